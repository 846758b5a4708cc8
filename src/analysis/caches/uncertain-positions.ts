import { type AffiliationIndex, isUnambiguous } from '#src/domain/affiliation.ts';
import type { Indices, PositionColumns } from '#src/domain/position-columns.ts';
import { holderRanges } from '#src/domain/position-order.ts';
import { possibleDays } from '#src/domain/possible-days.ts';
import { isCertainThat, lineageAt, speakerSpans } from '#src/domain/spoken-for.ts';
import type { RollUp } from './actor-positions.ts';
import { createMemo } from './memoize.ts';

/** At the index of each position 1 if it is uncertain; `isAny` if one is. */
interface Uncertain {
  readonly isAny: boolean;
  readonly flags: Uint8Array;
}

const memoize = createMemo<Uncertain>();

/**
 * The positions of which it is not certain for whom they were spoken (spoken-for.ts). Holders whose
 * affiliations never changed are skipped as a whole; memoised by columns and affiliations.
 */
function uncertainPositions(columns: PositionColumns, affiliations: AffiliationIndex): Uncertain {
  return memoize([columns, affiliations], '', () => findUncertain(columns, affiliations));
}

function findUncertain(columns: PositionColumns, affiliations: AffiliationIndex): Uncertain {
  const ranges = [...holderRanges(columns).values()].flat().filter((range) => {
    const [span, ...others] = speakerSpans(range, affiliations);
    return span === undefined || others.length > 0 || !isUnambiguous(span);
  });
  if (ranges.length === 0) return { isAny: false, flags: new Uint8Array(0) };
  const flags = new Uint8Array(columns.length);
  for (const range of ranges) {
    const spans = speakerSpans(range, affiliations);
    for (let index = range.start; index < range.end; index += 1) {
      const { first, last } = possibleDays(columns, index);
      // Spans that follow each other differ: where two overlap the days, something does.
      const span = spans.find(({ to }) => (first ?? -Infinity) <= to);
      if (span === undefined || !isUnambiguous(span) || span.to < last) flags[index] = 1;
    }
  }
  return { isAny: flags.includes(1), flags };
}

/**
 * Those of an actor's positions at `indices` of which it is not certain that they belong to it: that it
 * holds them itself, or that their holder spoke for it, on each day on which they can have been stated.
 * As `PARTY`, that it was the party on each of these days. Without an actor: those of which it is not
 * certain for whom they were spoken. `indices` is called only if any position is uncertain.
 */
export function uncertainOf(
  columns: PositionColumns,
  indices: () => Indices,
  actor: number | null,
  affiliations: AffiliationIndex,
  as: RollUp = 'WHOLE',
): Indices {
  const { isAny, flags } = uncertainPositions(columns, affiliations);
  if (!isAny) return NONE;
  const uncertain = indices().filter((index) => flags[index] === 1);
  if (actor === null) return uncertain;
  const isActors = (lineage: readonly number[]): boolean =>
    as === 'PARTY' ? lineage.at(-1) === actor : lineage.includes(actor);
  return uncertain.filter(
    (index) =>
      (as === 'PARTY' || columns.holder[index] !== actor) &&
      isActors(lineageAt(columns, index, affiliations)) &&
      !isCertainThat(columns, index, affiliations, isActors),
  );
}

const NONE: Indices = new Int32Array(0);
