/** Question: which actors are in the corpus? */
import { heldCounts } from '#src/analysis/caches/held-counts.ts';
import { lineageSpans } from '#src/domain/affiliation.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { ACTOR_KINDS, type ActorKind } from '#src/domain/vocabulary.ts';
import { findActors } from '../search/find-actors.ts';
import { actorBySlug } from './actors.ts';

/** Which actors to list. Every field narrows the list; an omitted or null one does not. */
export interface ActorFilter {
  /** A name in any spelling, whole or in part. */
  readonly name?: string | null | undefined;
  readonly kinds?: readonly ActorKind[] | null | undefined;
  /** Slug of an actor that they were part of on any day, directly or indirectly. */
  readonly partOf?: string | null | undefined;
}

/** By name, or by number of positions held, most first. */
export type ActorOrder = 'NAME' | 'POSITIONS';

/** Maximum characters of a name: comparing spellings takes time that grows with the length. */
const MAX_NAME = 500;

/** Numbers of the actors that pass the filter, in order. Throws `BAD_INPUT` and `UNKNOWN_ACTOR`. */
export function listActors(
  corpus: CorpusSnapshot,
  filter: ActorFilter,
  orderBy: ActorOrder,
): readonly number[] {
  const kinds = filter.kinds ?? ACTOR_KINDS;
  if ((filter.name?.length ?? 0) > MAX_NAME) {
    throw new Failure(
      'BAD_INPUT',
      `filter.name has ${filter.name?.length} characters; the maximum is ${MAX_NAME}.`,
      {
        input: ['filter', 'name'],
      },
    );
  }
  const named = filter.name
    ? new Set(findActors(corpus.actors.values(), filter.name).map((hit) => hit.actor.id))
    : null;
  const whole = filter.partOf ? actorBySlug(corpus, filter.partOf, ['filter', 'partOf']) : null;
  const held = heldCounts(corpus.positions);
  return [...corpus.actors.values()]
    .filter(
      (actor) =>
        kinds.includes(actor.kind) &&
        (named === null || named.has(actor.id)) &&
        (whole === null || isPartOf(corpus, actor.id, whole)),
    )
    .toSorted(
      (a, b) =>
        (orderBy === 'POSITIONS' ? (held.get(b.id) ?? 0) - (held.get(a.id) ?? 0) : 0) ||
        a.name.localeCompare(b.name, 'en'),
    )
    .map((actor) => actor.id);
}

/** Number of positions that an actor holds itself. */
export function heldCount(corpus: CorpusSnapshot, actor: number): number {
  return heldCounts(corpus.positions).get(actor) ?? 0;
}

/** Whether the actor was part of `whole` on any day. */
function isPartOf(corpus: CorpusSnapshot, actor: number, whole: number): boolean {
  return lineageSpans(actor, corpus.partOf).some(({ lineage }) => lineage.slice(1).includes(whole));
}
