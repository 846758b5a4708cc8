import { readWrittenDate } from '../../text/written-date.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import type { UnlabelledLine } from './unlabelled-header-lines.ts';

/** Maximum distance of a value from the last label, in lines. */
const MAX_DISTANCE = 12;

/**
 * Reads a header whose labels form one block and whose values form another below it. Returns each
 * value with the index of its label; null unless one of the values is a date and nothing else. The
 * line above the date is the sender; the line below it is the addressees if a subject follows.
 */
export function findValuesBelowLabels(
  lines: readonly PaperLine[],
  from: number,
  fields: readonly string[],
): { readonly loose: readonly UnlabelledLine[]; readonly end: number } | null {
  const sent = fields.indexOf('sent');
  if (sent < 0 || fields.length < 3) return null;
  const filled: { text: string; at: number }[] = [];
  for (let at = from; at < Math.min(from + MAX_DISTANCE, lines.length); at += 1) {
    const text = lines[at]?.text ?? '';
    if (text !== '') filled.push({ text, at });
    else if (filled.length > 0) break;
  }
  const date = filled.findIndex(({ text }) => readWrittenDate(text.trim())?.whole === true);
  if (date < 0 || date > 1 || filled.length > fields.length) return null;
  const below = fields.slice(sent + 1).filter((field) => field !== 'cc');
  const rest = filled.slice(date + 1);
  // Empty addressees leave no line, so a single line after the date is the subject.
  const after = rest.length === 1 && below.includes('subject') ? ['subject'] : below;
  const places = [
    ...filled.slice(0, date).map(() => fields.indexOf('from')),
    sent,
    ...rest.map((_, i) => fields.indexOf(after[i] ?? 'subject')),
  ];
  return {
    loose: filled.map(({ text }, i) => ({ text, below: places[i] ?? -1 })),
    end: (filled.at(-1)?.at ?? from) + 1,
  };
}
