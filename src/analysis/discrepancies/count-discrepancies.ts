import {
  type ComparablePositions,
  isOfTwoCoders,
  isPersonVsParty,
} from './comparable-positions.ts';
import {
  type DiscrepancyKind,
  KIND_SETS,
  type KindSet,
  kindsOfProfiles,
  PERSON_VS_PARTY,
  PROFILES,
  type Profile,
  setsWith,
} from './discrepancy-kinds.ts';

/** Which pairs of positions are discrepancies. */
export interface ClashRule {
  /** Maximum number of days between the dates. */
  readonly within: number;
  /** Minimum number of levels between the stances. */
  readonly atLeast: number;
  /** Only pairs of at least one of these kinds; null for all. */
  readonly kinds: readonly DiscrepancyKind[] | null;
}

/** Number of discrepancies. */
export interface DiscrepancyCount {
  readonly total: number;
  /** Number of pairs at each `KindSet`. */
  readonly byKinds: Float64Array;
  /**
   * At index i, the number of pairs whose earlier position has a lower index; the last entry is
   * `total`.
   */
  readonly offsets: Float64Array;
}

/**
 * Counts discrepancies: pairs of positions on one condition, stated within a number of days of each
 * other, whose stances differ by at least a number of levels. Two coders of one document are no pair: where
 * they differ, the party does not.
 *
 * Pairs grow with the square of the positions, so they are counted without being listed. A window
 * slides over the days and holds the number of positions of each profile (discrepancy-kinds.ts).
 * For a position a, the sum over the profiles that clash with its own is the number of later
 * positions that clash with it. Takes time linear in positions × profiles. Running totals over a
 * give the place of its first pair in the list of all pairs (list-discrepancies.ts). Pairs of two coders in
 * one document are counted with the others, then one by one taken off.
 *
 * Days are the first days that the dates can mean. Example: 2 on days 0 and 9, −2 on day 10, within
 * 5 days → one pair. Undefined cases: none; fewer than two positions have no pairs.
 */
export function countDiscrepancies(
  positions: ComparablePositions,
  { within, atLeast, kinds: requested }: ClashRule,
): DiscrepancyCount {
  const { day, condition, profile, nextInDocument: next } = positions;
  const byKinds = new Float64Array(KIND_SETS);
  const offsets = new Float64Array(day.length + 1);
  const runs = Array.from({ length: PROFILES }, (_, own) => clashesOf(own, atLeast));
  const isRequested = setsWith(requested);
  let window = new ProfileWindow();
  let pairs = 0;
  const add = (kinds: KindSet, count: number): void => {
    if (!isRequested[kinds]) return;
    byKinds[kinds] = (byKinds[kinds] ?? 0) + count;
    pairs += count;
  };
  // From last to first, so that the window holds the later positions.
  for (let i = day.length - 1, far = i; i >= 0; i -= 1) {
    if (condition[i] !== condition[i + 1]) [window, far] = [new ProfileWindow(), i];
    for (; far > i && (day[far] ?? 0) - (day[i] ?? 0) > within; far -= 1)
      window.count(positions, far, -1);
    pairs = 0;
    const related = window.relatedTo(positions, i);
    for (const { kinds, profiles } of runs[profile[i] ?? 0] ?? []) {
      const all = sumOf(window.all, profiles);
      let ofParty = 0;
      for (const counts of related) ofParty += sumOf(counts, profiles);
      if (all > ofParty) add(kinds, all - ofParty);
      if (ofParty > 0) add(kinds | PERSON_VS_PARTY, ofParty);
    }
    for (let j = next[i] ?? -1; j !== -1; j = next[j] ?? -1) {
      if ((day[j] ?? 0) - (day[i] ?? 0) > within) break;
      if (!isOfTwoCoders(positions, i, j)) continue;
      const clash = kindsOfProfiles(profile[i] ?? 0, profile[j] ?? 0, atLeast);
      if (clash !== null) add(clash | (isPersonVsParty(positions, i, j) ? PERSON_VS_PARTY : 0), -1);
    }
    offsets[i] = pairs;
    window.count(positions, i, 1);
  }
  return { total: accumulate(offsets), byKinds, offsets };
}

/** Profiles that clash with another profile in the same kinds, PERSON_VS_PARTY aside. */
interface ClashRun {
  readonly kinds: KindSet;
  readonly profiles: Uint8Array;
}

function clashesOf(own: Profile, atLeast: number): readonly ClashRun[] {
  const all = Array.from({ length: PROFILES }, (_, other) => other);
  return [...Map.groupBy(all, (other) => kindsOfProfiles(own, other, atLeast))].flatMap(
    ([kinds, profiles]) => (kinds === null ? [] : { kinds, profiles: Uint8Array.from(profiles) }),
  );
}

function sumOf(counts: Int32Array, profiles: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < profiles.length; i += 1) sum += counts[profiles[i] ?? 0] ?? 0;
  return sum;
}

/**
 * Number of positions of each profile in a range of days: of all holders, by holder and by party.
 */
class ProfileWindow {
  readonly all = new Int32Array(PROFILES);
  readonly byHolder = new Map<number, Int32Array>();
  /** Positions of persons and offices, by what they were part of. */
  readonly byParty = new Map<number, Int32Array>();

  /** Counts of what the holder of i was part of, and of those who were part of that holder. */
  relatedTo({ holder, parties }: ComparablePositions, i: number): readonly Int32Array[] {
    const ofParties = (parties[i] ?? []).map((party) => this.byHolder.get(party));
    const ofMembers = this.byParty.get(holder[i] ?? -1);
    return [...ofParties, ofMembers].filter((counts) => counts !== undefined);
  }

  count({ profile, holder, parties }: ComparablePositions, i: number, change: 1 | -1): void {
    const p = profile[i] ?? 0;
    const add = (counts: Int32Array): void => void (counts[p] = (counts[p] ?? 0) + change);
    add(this.all);
    add(countsOf(this.byHolder, holder[i] ?? -1));
    for (const party of parties[i] ?? []) add(countsOf(this.byParty, party));
  }
}

function countsOf(counts: Map<number, Int32Array>, actor: number): Int32Array {
  const known = counts.get(actor);
  if (known) return known;
  const fresh = new Int32Array(PROFILES);
  counts.set(actor, fresh);
  return fresh;
}

/** Replaces each number by the sum of those before it; returns the total. */
function accumulate(numbers: Float64Array): number {
  let sum = 0;
  for (const [i, number] of numbers.entries()) {
    numbers[i] = sum;
    sum += number;
  }
  return sum;
}
