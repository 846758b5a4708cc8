import type { AffiliationIndex, LineageSpan } from '#src/domain/affiliation.ts';
import {
  NOBODY,
  onBehalfByAttributeSet,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import { type Speaker, speakerSpans } from '#src/domain/spoken-for.ts';

/** The actors to which the position at an index belongs. */
export type SpeakersOf = (index: number) => readonly number[];

/**
 * A function from the index of a position to the actors that `choose` picks from those for whom it was
 * spoken, nearest first. It is evaluated once for each range of days on which a holder speaks for the
 * same actors: a million statements have few holders, and those few posts.
 */
export function rollUp(
  columns: PositionColumns,
  affiliations: AffiliationIndex,
  choose: (line: readonly number[]) => readonly number[],
): SpeakersOf {
  const { holder, day, attributeSet } = columns;
  const behalf = onBehalfByAttributeSet(columns);
  const stretchesOf = (speaker: Speaker): Stretch[] =>
    speakerSpans(speaker, affiliations).map((span) => ({ ...span, speakers: null }));
  const known = new Map<number, Map<number, Stretch[]>>();
  return (index) => {
    const [of, onBehalfOf] = [holder[index] ?? 0, behalf[attributeSet[index] ?? 0] ?? NOBODY];
    let ofBehalf = known.get(onBehalfOf);
    if (ofBehalf === undefined) known.set(onBehalfOf, (ofBehalf = new Map()));
    let stretches = ofBehalf.get(of);
    if (stretches === undefined) {
      stretches = stretchesOf({
        holder: of,
        onBehalfOf: onBehalfOf === NOBODY ? null : onBehalfOf,
      });
      ofBehalf.set(of, stretches);
    }
    for (const stretch of stretches)
      if ((day[index] ?? 0) <= stretch.to) return (stretch.speakers ??= choose(stretch.lineage));
    return [];
  };
}

interface Stretch extends LineageSpan {
  /** Null until first needed. */
  speakers: readonly number[] | null;
}
