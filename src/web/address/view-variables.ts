/** A view as variables of the explorer's operations. */
import type { PositionFilter } from '#src/client/generated/graphql.ts';
import { type View, withoutUndefined } from './view.ts';

/** Actors shown at first, and added by each "show more": about one screen. */
export const ACTORS_PER_PAGE = 12;
const MAX_ACTORS = 999;

/** The view's filters. */
export function positionFilter(view: View): PositionFilter {
  return withoutUndefined({
    statedFrom: view.from,
    statedTo: view.to,
    channels: view.channel,
    maxRetellings: view.retellings === undefined ? undefined : Number(view.retellings),
    reportedBy: view.source,
    documentKinds: view.kind,
    wordings: view.wording,
    modalities: view.modality,
  });
}

/** The compared actors: those selected, or all parties. */
export function comparedActors({ actors }: View) {
  return actors === undefined ? ({ groupBy: 'PARTY' } as const) : { actors };
}

/** One of the compared actors, with the positions that its comparison row has. */
export function comparedActor(actor: string, { actors }: View) {
  return actors === undefined ? { parties: [actor] } : { actors: [actor] };
}

/** Maximum number of actors shown; of all parties, those with the most positions. */
export function actorLimit({ rows }: View): number {
  return rows === undefined ? ACTORS_PER_PAGE : Number(rows);
}

/** Variables of a comparison of the view. */
export function comparisonVariables(view: View) {
  return { of: comparedActors(view), filter: positionFilter(view), first: actorLimit(view) };
}

/** The change of view that shows one more page of actors. */
export function withMoreActors(view: View): { readonly rows: string } {
  return { rows: String(Math.min(actorLimit(view) + ACTORS_PER_PAGE, MAX_ACTORS)) };
}

/** Whether the view has filters or selected actors. */
export function hasFilters(view: View): boolean {
  return view.actors !== undefined || Object.keys(positionFilter(view)).length > 0;
}
