import { CLASSES } from '../selection/compile-filter.ts';

/** Number of positions of each class (`classOf`), and number of documents that contain them. */
export interface Counted {
  readonly counts: readonly number[];
  readonly documentCount: number;
}

const NOTHING: readonly number[] = Array.from({ length: CLASSES }, () => 0);

/**
 * A new list of one 0 for each class. Not a typed array: allocating one takes longer than counting
 * most cells.
 */
export function noCounts(): number[] {
  return NOTHING.slice();
}
