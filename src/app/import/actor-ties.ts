import {
  type AffiliationSpan,
  indexAffiliations,
  type LineageSpan,
  lineageSpans,
} from '#src/domain/affiliation.ts';
import type { AffiliationDraft } from '#src/domain/corpus.ts';
import { dayNumber } from '#src/domain/dates.ts';
import type { PossibleDays } from '#src/domain/possible-days.ts';

/**
 * Whether two actors speak with one voice on one of some days: they are the same, or one is part of the
 * other, directly or through others. An actor that the corpus does not know is tied to everyone: nothing
 * contradicts it.
 */
export type AreTied = (one: string, other: string, days: PossibleDays) => boolean;

/** Finds ties of the actors with these slugs by their `PART_OF` affiliations. */
export function tiesOf(
  actors: Iterable<string>,
  affiliations: readonly AffiliationDraft[],
): AreTied {
  const ids = new Map(Array.from(actors, (slug, id) => [slug, id]));
  const spans = affiliations.flatMap(
    ({ member, organisation, startedOn, endedOn, ...span }): readonly AffiliationSpan[] => {
      const [memberId, organisationId] = [ids.get(member), ids.get(organisation)];
      if (memberId === undefined || organisationId === undefined) return [];
      return [
        {
          ...span,
          memberId,
          organisationId,
          startedOn: startedOn === null ? null : dayNumber(startedOn),
          endedOn: endedOn === null ? null : dayNumber(endedOn),
        },
      ];
    },
  );
  const index = indexAffiliations(spans);
  return (one, other, { first, last }) => {
    const [a, b] = [ids.get(one), ids.get(other)];
    if (a === b || a === undefined || b === undefined) return true;
    const holds = ({ from, to }: LineageSpan): boolean =>
      from <= last && (first ?? -Infinity) <= to;
    const isPartOf = (member: number, whole: number): boolean =>
      lineageSpans(member, index).some(
        (span) =>
          holds(span) && [span.lineage, ...span.others].some((line) => line.includes(whole)),
      );
    return isPartOf(a, b) || isPartOf(b, a);
  };
}
