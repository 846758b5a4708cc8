/**
 * For whom a position was spoken: its holder, and everyone whom the holder spoke for on the day of the
 * statement. Of a month or year its first day counts, of "on or before" a day that day.
 */
import { type AffiliationIndex, type LineageSpan, lineageSpans } from './affiliation.ts';
import { attributesAt, type PositionColumns } from './position-columns.ts';
import { possibleDays } from './possible-days.ts';

/** Who speaks: the holder, and the actor on whose behalf, if the statement names one. */
export interface Speaker {
  readonly holder: number;
  readonly onBehalfOf: number | null;
}

const spansOf = new WeakMap<AffiliationIndex, Map<string, readonly LineageSpan[]>>();

/**
 * For whom a speaker speaks at all times, nearest first, the party last: the holder and what it is part
 * of; or the holder, then the actor on whose behalf, and what that is part of. A holder that speaks on
 * behalf of a part of itself occurs twice. Memoised by index.
 */
export function speakerSpans(
  { holder, onBehalfOf }: Speaker,
  affiliations: AffiliationIndex,
): readonly LineageSpan[] {
  if (onBehalfOf === null) return lineageSpans(holder, affiliations);
  const known = spansOf.get(affiliations) ?? new Map<string, readonly LineageSpan[]>();
  spansOf.set(affiliations, known);
  const key = `${holder} ${onBehalfOf}`;
  const spans =
    known.get(key) ??
    lineageSpans(onBehalfOf, affiliations).map((span) => ({
      ...span,
      lineage: [holder, ...span.lineage],
      others: span.others.map((line) => [holder, ...line]),
    }));
  known.set(key, spans);
  return spans;
}

/** Who speaks in the position at an index. */
function speakerAt(columns: PositionColumns, index: number): Speaker {
  const { onBehalfOf } = attributesAt(columns, index);
  return { holder: columns.holder[index] ?? 0, onBehalfOf };
}

/** For whom the position at an index was spoken, by the day that counts; the party is last. */
export function lineageAt(
  columns: PositionColumns,
  index: number,
  affiliations: AffiliationIndex,
): readonly number[] {
  const day = columns.day[index] ?? 0;
  const spans = speakerSpans(speakerAt(columns, index), affiliations);
  return spans.find(({ to }) => day <= to)?.lineage ?? [];
}

/** The party of the position at an index, by the day that counts. */
export function partyAt(
  columns: PositionColumns,
  index: number,
  affiliations: AffiliationIndex,
): number {
  return lineageAt(columns, index, affiliations).at(-1) ?? columns.holder[index] ?? 0;
}

/**
 * Whether the lineage of the position's speaker is certain on each of the days on which it can have been
 * stated (possible-days.ts), and satisfies the condition on each.
 */
export function isCertainThat(
  columns: PositionColumns,
  index: number,
  affiliations: AffiliationIndex,
  holds: (lineage: readonly number[]) => boolean,
): boolean {
  const { first, last } = possibleDays(columns, index);
  return speakerSpans(speakerAt(columns, index), affiliations).every(
    ({ from, to, lineage, others, isCertain }) =>
      to < (first ?? -Infinity) || last < from || (isCertain && [lineage, ...others].every(holds)),
  );
}

/** Whether the position at an index has the same party on each of those days. */
export function isPartyCertain(
  columns: PositionColumns,
  index: number,
  affiliations: AffiliationIndex,
): boolean {
  const party = partyAt(columns, index, affiliations);
  return isCertainThat(columns, index, affiliations, (lineage) => lineage.at(-1) === party);
}
