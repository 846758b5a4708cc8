import { useMemo } from 'react';
import { monthNumber } from '../format/month-number.ts';

/** How many positions a month has. */
export interface Month {
  readonly from: string;
  readonly count: number;
}

interface Shown {
  readonly months: readonly Month[];
  /** Months by number, inclusive. */
  readonly start: number;
  readonly end: number;
}

const HEIGHT = 40;

/** How many positions there are in each month; those outside of the period are paler. */
export function MonthHistogram({ months, start, end }: Shown) {
  const min = monthNumber(months[0]?.from ?? '');
  const span = monthNumber(months.at(-1)?.from ?? '') - min + 1;
  const bars = useMemo(() => barsOf(months), [months]);
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

function barsOf(months: readonly Month[]): string {
  const first = monthNumber(months[0]?.from ?? '');
  const most = Math.max(...months.map(({ count }) => count));
  return months
    .map(({ from, count }) => {
      const height = Math.max(1, (count / most) * HEIGHT);
      return `M${monthNumber(from) - first + 0.1} ${HEIGHT}v${-height}h.8V${HEIGHT}Z`;
    })
    .join('');
}
