import {
  type ComparablePositions,
  isOfTwoCoders,
  isPersonVsParty,
} from './comparable-positions.ts';
import type { ClashRule, DiscrepancyCount } from './count-discrepancies.ts';
import {
  type KindSet,
  kindsOfProfiles,
  PERSON_VS_PARTY,
  PROFILES,
  setsWith,
} from './discrepancy-kinds.ts';

/**
 * Indices of two positions, and the kinds of their discrepancy; `a` has the earlier date, or the
 * lower id.
 */
export interface ClashingPair {
  readonly a: number;
  readonly b: number;
  readonly kinds: KindSet;
}

/**
 * The pairs at places `start` to `end` (exclusive) of the list of all discrepancies, sorted by the
 * earlier position (date, id), then the later. The counts locate the first, so that only the days
 * after the positions of these pairs are read.
 */
export function listDiscrepancies(
  positions: ComparablePositions,
  rule: ClashRule,
  { offsets }: DiscrepancyCount,
  start: number,
  end: number,
): readonly ClashingPair[] {
  const found: ClashingPair[] = [];
  const clashes = clashesAfter(positions, rule);
  for (let i = lastNotAfter(offsets, start); found.length < end - start; i += 1) {
    if (i >= positions.indices.length) break;
    if (offsets[i] === offsets[i + 1]) continue;
    let place = offsets[i] ?? 0;
    for (const { j, kinds } of clashes(i)) {
      if (place >= end) break;
      if (place >= start)
        found.push({ a: positions.indices[i] ?? 0, b: positions.indices[j] ?? 0, kinds });
      place += 1;
    }
  }
  return found;
}

/** Place in the list of the pair of positions at these indices; null if it is not a discrepancy. */
export function placeOfDiscrepancy(
  positions: ComparablePositions,
  rule: ClashRule,
  { offsets }: DiscrepancyCount,
  a: number,
  b: number,
): number | null {
  const i = positions.indices.indexOf(a);
  if (i < 0) return null;
  let place = offsets[i] ?? 0;
  for (const { j } of clashesAfter(positions, rule)(i)) {
    if (positions.indices[j] === b) return place;
    place += 1;
  }
  return null;
}

/** For a position, the later ones that clash with it. */
function clashesAfter(
  positions: ComparablePositions,
  { within, atLeast, kinds: requested }: ClashRule,
) {
  const { day, condition, profile } = positions;
  const table = clashTable(atLeast);
  const isRequested = setsWith(requested);
  return function* after(i: number): Generator<{ readonly j: number; readonly kinds: KindSet }> {
    const until = (day[i] ?? 0) + within;
    const ofProfile = (profile[i] ?? 0) * PROFILES;
    for (let j = i + 1; condition[j] === condition[i] && (day[j] ?? 0) <= until; j += 1) {
      const byProfile = table[ofProfile + (profile[j] ?? 0)] ?? null;
      if (byProfile === null || isOfTwoCoders(positions, i, j)) continue;
      const kinds = byProfile | (isPersonVsParty(positions, i, j) ? PERSON_VS_PARTY : 0);
      if (isRequested[kinds]) yield { j, kinds };
    }
  };
}

/** The kinds of each pair of profiles; null if it is not a discrepancy. */
function clashTable(atLeast: number): readonly (KindSet | null)[] {
  return Array.from({ length: PROFILES * PROFILES }, (_, i) =>
    kindsOfProfiles(Math.floor(i / PROFILES), i % PROFILES, atLeast),
  );
}

/** Index of the last offset that is at most `start`, in ascending numbers. */
function lastNotAfter(offsets: Float64Array, start: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
