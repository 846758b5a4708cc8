import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { type HeaderField, type HeaderLabel, readHeaderLabel } from './header-label.ts';
import { assignUnlabelledLines, type UnlabelledLine } from './unlabelled-header-lines.ts';
import { findValuesBelowLabels } from './values-below-labels.ts';

interface LabelLine {
  readonly label: HeaderLabel;
  /** Index of its line. */
  readonly at: number;
}

/** A label and the lines of its value. */
export interface HeaderEntry extends LabelLine {
  /** Further lines of the value, without a label. */
  readonly lines: readonly string[];
}

/** A run of header lines; `start` and `end` are line indices, `end` is exclusive. */
export interface HeaderBlock {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly HeaderEntry[];
  /** Values are aligned in a column, as a mail program prints the outermost message. */
  readonly columns: boolean;
}

/** Maximum number of lines in a header, including long lists of addressees. */
const MAX_HEADER_LINES = 80;
/** Maximum number of blank lines between two labels. */
const MAX_GAP = 3;
/** Minimum column of a value that is aligned in a column. */
const VALUE_COLUMN = 15;

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function nextNonBlank(lines: readonly PaperLine[], from: number): number | null {
  for (let at = from; at < Math.min(from + MAX_GAP, lines.length); at += 1) {
    if (lines[at]?.text !== '') return at;
  }
  return null;
}

function seenFields(entries: readonly LabelLine[]): ReadonlySet<HeaderField> {
  return new Set(entries.map((entry) => entry.label.field));
}

/** Whether the header continues after a gap, with a new label or a line of a value. */
function continuesAfterGap(
  lines: readonly PaperLine[],
  from: number,
  entries: readonly LabelLine[],
): boolean {
  const at = nextNonBlank(lines, from);
  if (at === null) return false;
  const text = lines[at]?.text ?? '';
  const seen = seenFields(entries);
  const label = readHeaderLabel(text);
  if (label !== null) return !seen.has(label.field);
  const last = entries.at(-1);
  const columns = entries.some((entry) => entry.label.valueColumn >= VALUE_COLUMN);
  if (!columns || last === undefined || indentOf(text) < VALUE_COLUMN) return false;
  // The line is a value printed below its label, or above the next label.
  const below = nextNonBlank(lines, at + 1);
  const next = below === null ? null : readHeaderLabel(lines[below]?.text ?? '');
  return last.label.value === ''
    ? !seen.has('subject') || last.label.field === 'subject'
    : next !== null && !seen.has(next.field);
}

/** Whether a line directly below the subject continues it, rather than starting the message. */
function continuesSubject(lines: readonly PaperLine[], at: number, entry: LabelLine): boolean {
  const text = lines[at]?.text ?? '';
  if (entry.label.valueColumn >= VALUE_COLUMN && entry.label.value !== '') {
    return Math.abs(indentOf(text) - entry.label.valueColumn) <= 3;
  }
  if (entry.label.value === '') return indentOf(text) >= VALUE_COLUMN;
  return entry.label.value.length >= 85 && text.length < 60 && (lines[at + 1]?.text ?? '') === '';
}

/**
 * Reads the header that begins with the label on line `start`. It ends at a blank line after the
 * subject, at a label that it already has, or at a line of prose.
 */
export function readHeaderBlock(lines: readonly PaperLine[], start: number): HeaderBlock | null {
  const first = readHeaderLabel(lines[start]?.text ?? '');
  if (first === null) return null;
  const entries: LabelLine[] = [{ label: first, at: start }];
  const loose: UnlabelledLine[] = [];
  let end = start + 1;
  for (let at = start + 1; at < Math.min(start + MAX_HEADER_LINES, lines.length); at += 1) {
    const text = lines[at]?.text ?? '';
    const last = entries.at(-1);
    if (last === undefined) break;
    if (text === '') {
      if (!continuesAfterGap(lines, at + 1, entries)) break;
      continue;
    }
    const label = readHeaderLabel(text);
    if (label !== null && (label.certain || last.label.field !== 'subject')) {
      if (seenFields(entries).has(label.field) && label.field !== 'cc') break;
      entries.push({ label, at });
    } else {
      if (last.label.field === 'subject' && !continuesSubject(lines, at, last)) break;
      if (last.label.field === 'other') break;
      loose.push({ text, below: entries.length - 1 });
    }
    end = at + 1;
  }
  const isBare = loose.length === 0 && entries.every((entry) => entry.label.value === '');
  const valuesBelow = isBare
    ? findValuesBelowLabels(
        lines,
        end,
        entries.map((entry) => entry.label.field),
      )
    : null;
  if (valuesBelow !== null) end = valuesBelow.end;
  const columns = entries.some(
    (entry) => entry.label.value !== '' && entry.label.valueColumn >= VALUE_COLUMN,
  );
  const above = lines[start - 1];
  const startsWithValue =
    first.value === '' &&
    above !== undefined &&
    above.text !== '' &&
    indentOf(above.text) >= VALUE_COLUMN &&
    readHeaderLabel(above.text) === null;
  if (startsWithValue) loose.unshift({ text: above.text, below: -1 });
  const values =
    valuesBelow === null
      ? assignUnlabelledLines(
          entries.map((entry) => entry.label),
          loose,
        )
      : entries.map((_, at) =>
          valuesBelow.loose.filter((line) => line.below === at).map((line) => line.text.trim()),
        );
  return {
    start: startsWithValue ? start - 1 : start,
    end,
    entries: entries.map((entry, at) => ({ ...entry, lines: values[at] ?? [] })),
    columns,
  };
}
