/**
 * The pairs that count-discrepancies.ts counts, in the order of the earlier position (date, id),
 * then of the later: any stretch of that list, without making the rest of it. The counts tell
 * where a stretch begins, so that only the days after the positions that are in it are looked at.
 */
import { type ComparablePositions, isPersonVsParty } from './comparable-positions.ts';
import type { ClashRule, DiscrepancyCount } from './count-discrepancies.ts';
import {
  type KindSet,
  kindsOfProfiles,
  PERSON_VS_PARTY,
  PROFILES,
  setsWith,
} from './discrepancy-kinds.ts';

/** Rows of the columns; `a` is the earlier by the dates as given, or of one date has the lower id. */
export interface ClashingPair {
  readonly a: number;
  readonly b: number;
  readonly kinds: KindSet;
}

/** The pairs from place `start` in the list, before place `end`. */
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
    if (i >= positions.rows.length) break;
    if (offsets[i] === offsets[i + 1]) continue;
    let place = offsets[i] ?? 0;
    for (const { j, kinds } of clashes(i)) {
      if (place >= end) break;
      if (place >= start)
        found.push({ a: positions.rows[i] ?? 0, b: positions.rows[j] ?? 0, kinds });
      place += 1;
    }
  }
  return found;
}

/** The place in the list of the pair of these rows; null if it is not in it. */
export function placeOfDiscrepancy(
  positions: ComparablePositions,
  rule: ClashRule,
  { offsets }: DiscrepancyCount,
  a: number,
  b: number,
): number | null {
  const i = positions.rows.indexOf(a);
  if (i < 0) return null;
  let place = offsets[i] ?? 0;
  for (const { j } of clashesAfter(positions, rule)(i)) {
    if (positions.rows[j] === b) return place;
    place += 1;
  }
  return null;
}

/** For a position, those after it that clash with it. */
function clashesAfter(
  positions: ComparablePositions,
  { within, atLeast, kinds: wanted }: ClashRule,
) {
  const { day, condition, profile } = positions;
  const table = clashTable(atLeast);
  const wants = setsWith(wanted);
  return function* after(i: number): Generator<{ readonly j: number; readonly kinds: KindSet }> {
    const until = (day[i] ?? 0) + within;
    const ofProfile = (profile[i] ?? 0) * PROFILES;
    for (let j = i + 1; condition[j] === condition[i] && (day[j] ?? 0) <= until; j += 1) {
      const byProfile = table[ofProfile + (profile[j] ?? 0)] ?? null;
      if (byProfile === null) continue;
      const kinds = byProfile | (isPersonVsParty(positions, i, j) ? PERSON_VS_PARTY : 0);
      if (wants[kinds]) yield { j, kinds };
    }
  };
}

/** For each two profiles the kinds of their pairs, or null where they are no discrepancy. */
function clashTable(atLeast: number): readonly (KindSet | null)[] {
  return Array.from({ length: PROFILES * PROFILES }, (_, i) =>
    kindsOfProfiles(Math.floor(i / PROFILES), i % PROFILES, atLeast),
  );
}

/** The last place whose offset is at most `start`, in numbers that never fall. */
function lastNotAfter(offsets: Float64Array, start: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
