import type { CsvLine } from '../charts/save-file.ts';
import { stanceCounts } from '../charts/stance-counts.ts';
import type { Moment, Month } from './timeline-types.ts';

/** Columns that are equal in all lines of a lane. */
interface LaneColumns {
  readonly actor: string;
  readonly condition: string;
  readonly revision: number;
}

/** A lane as CSV: one line for each date. */
export function momentCsvLines(
  moments: readonly Moment[],
  { actor, condition, revision }: LaneColumns,
): readonly CsvLine[] {
  return moments.map((moment) => ({
    actor,
    condition,
    stated_on: moment.statedOn,
    precision: moment.statedOnPrecision,
    on_or_before: String(moment.onOrBefore),
    median: moment.median,
    positions: moment.positions.totalCount,
    revision,
  }));
}

/** A lane as CSV: one line for each month. */
export function monthCsvLines(
  months: readonly Month[],
  { actor, condition, revision }: LaneColumns,
): readonly CsvLine[] {
  return months.map(({ from, to, count, mean, distribution }) => ({
    actor,
    condition,
    from,
    to,
    positions: count,
    mean: mean ?? null,
    ...stanceCounts(distribution),
    revision,
  }));
}
