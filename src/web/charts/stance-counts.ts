import type { CsvLine } from './save-file.ts';
import type { Distribution } from './stance-histogram.tsx';

/** A distribution as CSV columns, named after the stances: `{ rejects: 0, … }`. */
export function stanceCounts(distribution: Distribution): CsvLine {
  return Object.fromEntries(distribution.map(({ stance, count }) => [stance.toLowerCase(), count]));
}
