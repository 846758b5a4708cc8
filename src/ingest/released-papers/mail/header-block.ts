import type { PaperLine } from '../pages/remove-page-stamps.ts';
import { type HeaderField, type HeaderLabel, readHeaderLabel } from './header-label.ts';
import { assignUnlabelledLines, type UnlabelledLine } from './unlabelled-header-lines.ts';
import { findValuesBelowLabels } from './values-below-labels.ts';

interface LabelLine {
  readonly label: HeaderLabel;
  /** Index of its line. */
  readonly at: number;
}

/** One label with the lines of its value. */
export interface HeaderEntry extends LabelLine {
  /** Lines of the value that have no label of their own. */
  readonly lines: readonly string[];
}

/** A run of header lines; `start` and `end` are indices of lines, end exclusive. */
export interface HeaderBlock {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly HeaderEntry[];
  /** Values stand in a column of their own, as the mail program prints the message it is about. */
  readonly columns: boolean;
}

/** Lines a header takes at most, long lists of addressees included. */
const LONGEST_HEADER = 80;
/** Blank lines that may stand between two labels. */
const WIDEST_GAP = 3;
/** A value further right than this stands in a column. */
const VALUE_COLUMN = 15;

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function nextFilled(lines: readonly PaperLine[], from: number): number | null {
  for (let at = from; at < Math.min(from + WIDEST_GAP, lines.length); at += 1) {
    if (lines[at]?.text !== '') return at;
  }
  return null;
}

function seenFields(entries: readonly LabelLine[]): ReadonlySet<HeaderField> {
  return new Set(entries.map((entry) => entry.label.field));
}

/** Whether the header goes on after a gap: with a label it does not have yet, or a value's line. */
function goesOnAfterGap(
  lines: readonly PaperLine[],
  from: number,
  entries: readonly LabelLine[],
): boolean {
  const at = nextFilled(lines, from);
  if (at === null) return false;
  const text = lines[at]?.text ?? '';
  const seen = seenFields(entries);
  const label = readHeaderLabel(text);
  if (label !== null) return !seen.has(label.field);
  const last = entries.at(-1);
  const columns = entries.some((entry) => entry.label.valueColumn >= VALUE_COLUMN);
  if (!columns || last === undefined || indentOf(text) < VALUE_COLUMN) return false;
  // A value that sank below its label, or rose above the next one.
  const below = nextFilled(lines, at + 1);
  const next = below === null ? null : readHeaderLabel(lines[below]?.text ?? '');
  return last.label.value === ''
    ? !seen.has('subject') || last.label.field === 'subject'
    : next !== null && !seen.has(next.field);
}

/** Whether a line right below the subject is the rest of the subject, not the message's first line. */
function continuesSubject(lines: readonly PaperLine[], at: number, entry: LabelLine): boolean {
  const text = lines[at]?.text ?? '';
  if (entry.label.valueColumn >= VALUE_COLUMN && entry.label.value !== '') {
    return Math.abs(indentOf(text) - entry.label.valueColumn) <= 3;
  }
  if (entry.label.value === '') return indentOf(text) >= VALUE_COLUMN;
  return entry.label.value.length >= 85 && text.length < 60 && (lines[at + 1]?.text ?? '') === '';
}

/**
 * Reads the header that begins with the label on line `start`. Where it ends is a judgement:
 * at a blank after the subject, at a label that it already has, or at a line of prose.
 */
export function readHeaderBlock(lines: readonly PaperLine[], start: number): HeaderBlock | null {
  const first = readHeaderLabel(lines[start]?.text ?? '');
  if (first === null) return null;
  const entries: LabelLine[] = [{ label: first, at: start }];
  const loose: UnlabelledLine[] = [];
  let end = start + 1;
  for (let at = start + 1; at < Math.min(start + LONGEST_HEADER, lines.length); at += 1) {
    const text = lines[at]?.text ?? '';
    const last = entries.at(-1);
    if (last === undefined) break;
    if (text === '') {
      if (!goesOnAfterGap(lines, at + 1, entries)) break;
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
  const sunken = isBare
    ? findValuesBelowLabels(
        lines,
        end,
        entries.map((entry) => entry.label.field),
      )
    : null;
  if (sunken !== null) end = sunken.end;
  const columns = entries.some(
    (entry) => entry.label.value !== '' && entry.label.valueColumn >= VALUE_COLUMN,
  );
  const above = lines[start - 1];
  const rises =
    first.value === '' &&
    above !== undefined &&
    above.text !== '' &&
    indentOf(above.text) >= VALUE_COLUMN &&
    readHeaderLabel(above.text) === null;
  if (rises) loose.unshift({ text: above.text, below: -1 });
  const values =
    sunken === null
      ? assignUnlabelledLines(
          entries.map((entry) => entry.label),
          loose,
        )
      : entries.map((_, at) =>
          sunken.loose.filter((line) => line.below === at).map((line) => line.text.trim()),
        );
  return {
    start: rises ? start - 1 : start,
    end,
    entries: entries.map((entry, at) => ({ ...entry, lines: values[at] ?? [] })),
    columns,
  };
}
