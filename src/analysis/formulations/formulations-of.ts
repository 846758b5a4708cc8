import type { Formulation, Use } from './group-wordings.ts';

/** One actor's use of a formulation, and that of others. */
export interface OwnFormulation {
  /** The actor's own uses, in order of statement; at least one. */
  readonly uses: readonly Use[];
  /** Uses of all actors. */
  readonly all: Formulation;
  /** Whether no other actor used it on an earlier day. */
  readonly firstAnywhere: boolean;
  /** Uses of other actors by party, in order of the party's first use. */
  readonly others: ReadonlyMap<number, readonly Use[]>;
}

/**
 * The formulations that one actor uses (`isOwn`), in order of its first use. `partyOf` groups the
 * uses of others. A date with month or year precision counts at its first day.
 */
export function formulationsOf(
  formulations: readonly Formulation[],
  isOwn: (use: Use) => boolean,
  partyOf: (use: Use) => number,
): readonly OwnFormulation[] {
  return formulations
    .flatMap((all): OwnFormulation[] => {
      const uses = all.filter(isOwn);
      const [first] = uses;
      if (!first) return [];
      const others = Map.groupBy(
        all.filter((use) => !isOwn(use)),
        partyOf,
      );
      const earlier = [...others.values()].some(([other]) => other && other.day < first.day);
      return [{ uses, all, firstAnywhere: !earlier, others }];
    })
    .map((own, order) => ({ own, order, day: own.uses[0]?.day ?? 0 }))
    .toSorted((a, b) => a.day - b.day || a.order - b.order)
    .map(({ own }) => own);
}
