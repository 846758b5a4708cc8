/**
 * The actors for which a holder speaks on a day, worked out once for each stretch of days on which
 * its affiliations stay the same. A million statements have few holders, and those few posts.
 */
import { type AffiliationIndex, lineage } from '#src/domain/affiliation.ts';

export type SpeakersOf = (holder: number, day: number) => readonly number[];

/** `choose` picks from a lineage, nearest first, the actors to which a statement belongs. */
export function rollUp(
  affiliations: AffiliationIndex,
  choose: (line: readonly number[]) => readonly number[],
): SpeakersOf {
  const known = new Map<number, Stretches>();
  return (holder, day) => {
    let stretches = known.get(holder);
    if (stretches === undefined) {
      stretches = { turns: turnsOf(holder, affiliations), speakers: [] };
      known.set(holder, stretches);
    }
    let stretch = 0;
    while (stretch < stretches.turns.length && (stretches.turns[stretch] ?? 0) <= day) stretch += 1;
    stretches.speakers[stretch] ??= choose(lineage(holder, day, affiliations));
    return stretches.speakers[stretch] ?? [];
  };
}

interface Stretches {
  /** Days, ascending, on which something changes. */
  readonly turns: readonly number[];
  readonly speakers: (readonly number[] | undefined)[];
}

/** The days on which anything changes in what the actor is part of, or in what that is part of. */
function turnsOf(actor: number, affiliations: AffiliationIndex): readonly number[] {
  const turns = new Set<number>();
  const reached = new Set([actor]);
  for (const member of reached) {
    for (const { organisationId, startedOn, endedOn } of affiliations.get(member) ?? []) {
      if (startedOn !== null) turns.add(startedOn);
      if (endedOn !== null) turns.add(endedOn + 1);
      reached.add(organisationId);
    }
  }
  return [...turns].toSorted((a, b) => a - b);
}
