import type { ReadWarning, SourceTime } from '#src/domain/source-document.ts';
import { readWrittenDate, type WrittenDate } from '../../text/written-date.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import type { HeaderBlock, HeaderEntry } from './header-block.ts';
import type { HeaderField } from './header-label.ts';
import { splitAddresses } from './split-addresses.ts';

/** The fields of a message's header, as written. */
export interface MailHeader {
  readonly from: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly sentAt: SourceTime | null;
  readonly subject: string | null;
  /** Warnings about the date. */
  readonly warnings: readonly ReadWarning[];
}

/** Whether a run of header lines is a mail header, rather than a memo's heading or a stray word. */
export function isMailHeader(block: HeaderBlock, afterRule: boolean): boolean {
  const fields = new Set(block.entries.map((entry) => entry.label.field));
  const certain = block.entries.filter((entry) => entry.label.certain).length;
  const others = (['sent', 'to', 'subject'] as const).filter((field) => fields.has(field)).length;
  // Without any colon, only a column of values shows that the words are labels.
  if (certain < 1 && !(block.columns && others >= 2)) return false;
  if (fields.has('from')) return others >= 2 || (others === 1 && (afterRule || fields.has('sent')));
  return others >= 2 && (fields.has('sent') || afterRule);
}

function entriesOf(block: HeaderBlock, field: HeaderField): readonly HeaderEntry[] {
  return block.entries.filter((entry) => entry.label.field === field);
}

function valueOf(block: HeaderBlock, field: HeaderField): string | null {
  const entry = entriesOf(block, field)[0];
  if (entry === undefined) return null;
  const value = [entry.label.value, ...entry.lines].filter((line) => line !== '').join(' ');
  return value === '' ? null : value.replaceAll(/\s{2,}/g, ' ');
}

function addressesOf(block: HeaderBlock, field: HeaderField): readonly string[] {
  return splitAddresses(
    entriesOf(block, field)
      .flatMap((entry) => [entry.label.value, ...entry.lines])
      // A name may be broken over two lines; names are separated by semicolons.
      .join(' '),
  );
}

function sentDate(
  block: HeaderBlock,
  lines: readonly PaperLine[],
): { date: WrittenDate | null; labelled: boolean } {
  const entry = entriesOf(block, 'sent')[0];
  const candidates =
    entry === undefined ? [] : [entry.label.value, [entry.label.value, ...entry.lines].join(' ')];
  for (const candidate of candidates) {
    const date = readWrittenDate(candidate);
    if (date !== null) return { date, labelled: true };
  }
  for (const line of lines.slice(block.start, block.end)) {
    // A date after a misread label (`Sertt:`) or alone on its line.
    const value = line.text.replace(/^[^:]{1,10}[:;] {2,}/, '').trim();
    const date = readWrittenDate(value);
    if (date?.whole === true) return { date, labelled: false };
  }
  return { date: null, labelled: entry !== undefined };
}

/**
 * Reads the fields of a header; warns about a date that is unreadable or contradicts its weekday.
 */
export function readMailHeader(block: HeaderBlock, lines: readonly PaperLine[]): MailHeader {
  const { date, labelled } = sentDate(block, lines);
  const at = entriesOf(block, 'sent')[0]?.at ?? block.start;
  const line = lines[at]?.number ?? 1;
  const written = entriesOf(block, 'sent')[0]?.label.value ?? '';
  const warnings: ReadWarning[] = [];
  const warn = (code: string, message: string) =>
    warnings.push({ code, field: 'createdAt', message, line });
  if (date === null && labelled)
    warn('date-unreadable', `No date can be read from "${written.slice(0, 80)}".`);
  if (date !== null && !labelled) warn('date-unlabelled', 'The header has a date without a label.');
  if (date?.weekdayDisagrees === true) {
    warn(
      'weekday-disagrees',
      `"${written.slice(0, 80)}" names a weekday that does not match the date.`,
    );
  }
  return {
    from: valueOf(block, 'from'),
    to: addressesOf(block, 'to'),
    cc: addressesOf(block, 'cc'),
    sentAt: date?.time ?? null,
    subject: valueOf(block, 'subject'),
    warnings,
  };
}
