import { useMemo } from 'react';
import { monthNumber } from '../format/month-number.ts';

/** Number of positions stated in a month. */
export interface MonthCount {
  /** First day of the month. */
  readonly from: string;
  readonly count: number;
}

interface MonthHistogramProps {
  readonly months: readonly MonthCount[];
  /** First and last selected month, by number, inclusive. */
  readonly start: number;
  readonly end: number;
}

const HEIGHT = 40;

/** Number of positions in each month; months outside the selected period are paler. */
export function MonthHistogram({ months, start, end }: MonthHistogramProps) {
  const min = monthNumber(months[0]?.from ?? '');
  const span = monthNumber(months.at(-1)?.from ?? '') - min + 1;
  const bars = useMemo(() => barsPath(months), [months]);
  return (
    <svg viewBox={`0 0 ${span} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="bar" d={bars} />
      <svg
        x={start - min}
        width={end - start + 1}
        viewBox={`${start - min} 0 ${end - start + 1} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <path className="bar in" d={bars} />
      </svg>
    </svg>
  );
}

function barsPath(months: readonly MonthCount[]): string {
  const first = monthNumber(months[0]?.from ?? '');
  const maxCount = Math.max(...months.map(({ count }) => count));
  return months
    .map(({ from, count }) => {
      const height = Math.max(1, (count / maxCount) * HEIGHT);
      return `M${monthNumber(from) - first + 0.1} ${HEIGHT}v${-height}h.8V${HEIGHT}Z`;
    })
    .join('');
}
