import { type AffiliationIndex, type LineageSpan, lineageSpans } from '#src/domain/affiliation.ts';

/** The actors to which a statement by a holder on a day belongs. */
export type SpeakersOf = (holder: number, day: number) => readonly number[];

/**
 * A function from holder and day to the actors that `choose` picks from the holder's lineage,
 * nearest first. It is evaluated once for each range of days with the same lineage: a million
 * statements have few holders, and those few posts.
 */
export function rollUp(
  affiliations: AffiliationIndex,
  choose: (line: readonly number[]) => readonly number[],
): SpeakersOf {
  const known = new Map<number, Stretch[]>();
  return (holder, day) => {
    let stretches = known.get(holder);
    if (stretches === undefined) {
      stretches = lineageSpans(holder, affiliations).map((span) => ({ ...span, speakers: null }));
      known.set(holder, stretches);
    }
    for (const stretch of stretches)
      if (day <= stretch.to) return (stretch.speakers ??= choose(stretch.lineage));
    return [];
  };
}

interface Stretch extends LineageSpan {
  /** Null until first needed. */
  speakers: readonly number[] | null;
}
