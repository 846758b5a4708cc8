import { CLASSES } from '../selection/compile-filter.ts';

/** How many positions there are of each class; and in how many documents. */
export interface Counted {
  readonly counts: readonly number[];
  readonly documentCount: number;
}

const NOTHING: readonly number[] = Array.from({ length: CLASSES }, () => 0);

/** Not a typed array, which takes longer to make than most cells to count. */
export function noCounts(): number[] {
  return NOTHING.slice();
}
