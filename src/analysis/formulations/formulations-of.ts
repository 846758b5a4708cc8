import type { Formulation, Use } from './group-wordings.ts';

/** How one actor uses a formulation, and who else does. */
export interface OwnFormulation {
  /** The actor's own uses, in order of statement; never empty. */
  readonly uses: readonly Use[];
  /** Uses of everybody. */
  readonly all: Formulation;
  /** Whether nobody else used it on an earlier day. */
  readonly firstAnywhere: boolean;
  /** The uses of the others, by their party, in order of its first use. */
  readonly others: ReadonlyMap<number, readonly Use[]>;
}

/**
 * The formulations of one actor, in order of its first use of each: those of which it has a use
 * (`isOwn`). The others are told apart by party. Dates of which only the month or year is known
 * count as its first day, so that a first use is first as far as the sources tell.
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
