import { readWrittenDate } from '../../text/written-date.ts';
import type { PaperLine } from '../pages/remove-page-stamps.ts';
import type { UnlabelledLine } from './unlabelled-header-lines.ts';

/** Lines among which the values may stand, counted from the last label. */
const REACH = 12;

/**
 * The values of a header whose labels stand in one block and its values in another below it, each
 * with the label that it belongs to; null unless one of them is a date and nothing else. What
 * stands above the date is the sender, the line below it the addressees if a subject follows.
 */
export function findValuesBelowLabels(
  lines: readonly PaperLine[],
  from: number,
  fields: readonly string[],
): { readonly loose: readonly UnlabelledLine[]; readonly end: number } | null {
  const sent = fields.indexOf('sent');
  if (sent < 0 || fields.length < 3) return null;
  const filled: { text: string; at: number }[] = [];
  for (let at = from; at < Math.min(from + REACH, lines.length); at += 1) {
    const text = lines[at]?.text ?? '';
    if (text !== '') filled.push({ text, at });
    else if (filled.length > 0) break;
  }
  const date = filled.findIndex(({ text }) => readWrittenDate(text.trim())?.whole === true);
  if (date < 0 || date > 1 || filled.length > fields.length) return null;
  const below = fields.slice(sent + 1).filter((field) => field !== 'cc');
  const rest = filled.slice(date + 1);
  // An empty line of addressees leaves no trace, so that one line alone is the subject.
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
