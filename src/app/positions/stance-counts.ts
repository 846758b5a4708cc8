import type { Distribution } from '#src/analysis/comparison/distribution.ts';
import { STANCE_VALUE, STANCES, type Stance } from '#src/domain/vocabulary.ts';

/** Number of positions at one level of the stance scale. */
export interface StanceCount {
  readonly stance: Stance;
  /** −2…2. */
  readonly value: number;
  readonly count: number;
}

/** A distribution as a list, from the highest level to the lowest. */
export function stanceCounts(distribution: Distribution): StanceCount[] {
  return STANCES.filter((stance) => distribution.has(STANCE_VALUE[stance])).map((stance) => {
    const value = STANCE_VALUE[stance];
    return { stance, value, count: distribution.get(value) ?? 0 };
  });
}
