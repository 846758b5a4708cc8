/** The distances as they are shown: a square of actors for each condition. */
import type { ExplorerDivergenceQuery } from '#src/client/generated/graphql.ts';

type Comparison = ExplorerDivergenceQuery['comparison'];
type Actor = Comparison['rows'][number]['actor'];

export interface Pair {
  readonly a: Actor;
  readonly b: Actor;
  readonly distance: number;
  readonly overlap: number;
}

export interface DistanceMatrix {
  readonly code: string;
  readonly title: string;
  /** Those with a distance to another, in the order of the rows. */
  readonly actors: readonly Actor[];
  /** The most distant first. */
  readonly pairs: readonly Pair[];
}

/** Conditions on which fewer than two actors have positions have no square. */
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
