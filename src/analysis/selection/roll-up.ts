/**
 * The actors for which a holder speaks on a day, chosen once for each stretch of days on which its
 * lineage stays the same. A million statements have few holders, and those few posts.
 */
import { type AffiliationIndex, type LineageSpan, lineageSpans } from '#src/domain/affiliation.ts';

export type SpeakersOf = (holder: number, day: number) => readonly number[];

/** `choose` picks from a lineage, nearest first, the actors to which a statement belongs. */
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
  /** Chosen when first asked for: nobody speaks on days on which nothing was stated. */
  speakers: readonly number[] | null;
}
