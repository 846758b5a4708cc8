import type { CsvLine } from '../charts/save-file.ts';
import type { Moment, Month } from './timeline-types.ts';

interface Of {
  readonly actor: string;
  readonly condition: string;
  readonly revision: number;
}

/** A lane's dates, a row each, for a spreadsheet. */
export function momentCsvLines(moments: readonly Moment[], of: Of): readonly CsvLine[] {
  return moments.map((moment) => ({
    actor: of.actor,
    condition: of.condition,
    stated_on: moment.statedOn,
    precision: moment.statedOnPrecision,
    on_or_before: String(moment.onOrBefore),
    median: moment.median,
    positions: moment.positions.totalCount,
    revision: of.revision,
  }));
}

/** A lane's months, a row each. */
export function monthCsvLines(months: readonly Month[], of: Of): readonly CsvLine[] {
  return months.map(({ from, to, count, mean, distribution }) => ({
    actor: of.actor,
    condition: of.condition,
    from,
    to,
    positions: count,
    mean: mean ?? null,
    ...Object.fromEntries(distribution.map((level) => [level.stance.toLowerCase(), level.count])),
    revision: of.revision,
  }));
}
