/** Distances between actors as matrices, one for each condition. */
import type { ExplorerDivergenceQuery } from '#src/client/generated/graphql.ts';

type Comparison = ExplorerDivergenceQuery['comparison'];
type Actor = Comparison['rows'][number]['actor'];

/** The distance between two actors on one condition. */
export interface Pair {
  readonly a: Actor;
  readonly b: Actor;
  readonly distance: number;
  readonly overlap: number;
}

/** The distances on one condition. */
export interface DistanceMatrix {
  readonly code: string;
  readonly title: string;
  /** Actors with at least one distance, in the order of the comparison rows. */
  readonly actors: readonly Actor[];
  /** Largest distance first. */
  readonly pairs: readonly Pair[];
}

/** One matrix for each condition on which at least two actors have positions. */
export function buildDistanceMatrices({
  conditions,
  rows,
  divergences,
}: Comparison): readonly DistanceMatrix[] {
  const actorOf = new Map(rows.map(({ actor }) => [actor.slug, actor]));
  const byCondition = Map.groupBy(divergences, ({ condition }) => condition.code);
  return conditions.flatMap(({ code, title }) => {
    const pairs = (byCondition.get(code) ?? []).flatMap(({ distance, overlap, ...pair }) => {
      const [a, b] = [actorOf.get(pair.a.slug), actorOf.get(pair.b.slug)];
      return a && b ? [{ a, b, distance, overlap }] : [];
    });
    const paired = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const actors = rows.map(({ actor }) => actor).filter((actor) => paired.has(actor));
    const farthestFirst = pairs.toSorted((one, other) => other.distance - one.distance);
    return pairs.length === 0 ? [] : [{ code, title, actors, pairs: farthestFirst }];
  });
}
