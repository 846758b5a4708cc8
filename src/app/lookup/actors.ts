/** Finds actors by slug or number. */
import type { ActorRecord, AtRevision, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { InputPath } from './input-path.ts';

/** Number of the actor with this slug. Throws `UNKNOWN_ACTOR`, naming the nearest slugs. */
export function actorBySlug(corpus: CorpusSnapshot, slug: string, input: InputPath): number {
  const id = corpus.actorIds.get(slug);
  if (id !== undefined) return id;
  const near = didYouMean(slug, corpus.actorIds.keys());
  throw new Failure('UNKNOWN_ACTOR', `There is no actor "${slug}".${near}`, { input });
}

/** Numbers of the actors with these slugs, in the same order, each once. Throws `UNKNOWN_ACTOR`. */
export function actorsBySlug(
  corpus: CorpusSnapshot,
  slugs: readonly string[],
  input: InputPath,
): readonly number[] {
  return [...new Set(slugs.map((slug, i) => actorBySlug(corpus, slug, [...input, i])))];
}

/** The actor with this number, which must be in the snapshot because the number came from it. */
export function actorAt(corpus: CorpusSnapshot, id: number): AtRevision<ActorRecord> {
  const record = corpus.actors.get(id);
  invariant(record, `actor ${id} is not in revision ${corpus.revision}`);
  return { record, corpus };
}
