/**
 * Discrepancies: pairs of positions of one holder on one condition, stated within a number of days
 * of each other, whose stances differ by at least so many levels.
 *
 * Pairs grow with the square of the positions, so they are counted without being listed: a window
 * slides over the days, and holds for each profile (discrepancy-kinds.ts) how many positions in it
 * have it. For each position a, the sum over profiles that clash with its own is the number of
 * later positions b that clash with it. That takes time in proportion to positions × profiles.
 * Running totals over a tell at which place in the list of all pairs those of a begin.
 *
 * Days are those of the dates as given. Example: 2 on days 0 and 9, −2 on day 10; within 5 days →
 * one pair. Undefined cases: none; fewer than two positions make no pair.
 */
import type { ComparablePositions } from './comparable-positions.ts';
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

/** Which pairs count. */
export interface ClashRule {
  /** Days between the dates, at most. */
  readonly within: number;
  /** Levels of the stance scale between the two, at least. */
  readonly atLeast: number;
  /** Pairs of at least one of these; all where null. */
  readonly kinds: readonly DiscrepancyKind[] | null;
}

export interface DiscrepancyCount {
  readonly total: number;
  /** Pairs by their set of kinds. */
  readonly byKinds: Float64Array;
  /** At place i, how many pairs come before those whose earlier position is i; `total` at the end. */
  readonly offsets: Float64Array;
}

export function countDiscrepancies(
  positions: ComparablePositions,
  { within, atLeast, kinds: wanted }: ClashRule,
): DiscrepancyCount {
  const { day, condition, profile } = positions;
  const byKinds = new Float64Array(KIND_SETS);
  const offsets = new Float64Array(day.length + 1);
  const clashes = clashTable(atLeast);
  const wants = setsWith(wanted);
  /** Adds up what clashes with a profile; `weight` is 1, or −1 to take it out again. */
  const tally = (of: Profile, counts: Int32Array, weight: number, extra: KindSet): number => {
    let pairs = 0;
    for (let p = 0; p < PROFILES; p += 1) {
      const count = counts[p] ?? 0;
      const kinds = count > 0 ? (clashes[of * PROFILES + p] ?? null) : null;
      if (kinds === null || !wants[kinds | extra]) continue;
      byKinds[kinds | extra] = (byKinds[kinds | extra] ?? 0) + weight * count;
      pairs += weight * count;
    }
    return pairs;
  };
  let window = new ProfileWindow();
  // From the last to the first, so that the window holds what comes after each.
  for (let i = day.length - 1, far = i; i >= 0; i -= 1) {
    if (condition[i] !== condition[i + 1]) [window, far] = [new ProfileWindow(), i];
    for (; far > i && (day[far] ?? 0) - (day[i] ?? 0) > within; far -= 1)
      window.count(positions, far, -1);
    const own = profile[i] ?? 0;
    let pairs = tally(own, window.all, 1, 0);
    // Those between a person and its party were counted without that kind: count them with it.
    for (const related of window.relatedTo(positions, i))
      pairs += tally(own, related, -1, 0) + tally(own, related, 1, PERSON_VS_PARTY);
    offsets[i] = pairs;
    window.count(positions, i, 1);
  }
  return { total: accumulate(offsets), byKinds, offsets };
}

/** For each two profiles the kinds of their pairs, or null where they are no discrepancy. */
export function clashTable(atLeast: number): readonly (KindSet | null)[] {
  return Array.from({ length: PROFILES * PROFILES }, (_, i) =>
    kindsOfProfiles(Math.floor(i / PROFILES), i % PROFILES, atLeast),
  );
}

/** How many positions in a stretch of days have each profile: in all, and by who speaks for whom. */
class ProfileWindow {
  readonly all = new Int32Array(PROFILES);
  readonly byHolder = new Map<number, Int32Array>();
  /** Positions of persons and offices, by what they were part of. */
  readonly byParty = new Map<number, Int32Array>();

  /** Positions of what the holder of i was part of, and of those who were part of that holder. */
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

/** Turns numbers into how many came before each; returns the sum. */
function accumulate(numbers: Float64Array): number {
  let sum = 0;
  for (const [i, number] of numbers.entries()) {
    numbers[i] = sum;
    sum += number;
  }
  return sum;
}
