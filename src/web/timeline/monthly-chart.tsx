import { useNavigate } from '@tanstack/react-router';
import { formatDate, parseDay } from '../format/dates.ts';
import { STANCE_LABEL, STANCE_VALUE } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { DAY_MS, LaneAxes, levelOf, timeAxis } from './lane-axes.tsx';
import type { Month } from './timeline-types.ts';

interface MonthlyChartProps {
  readonly name: string;
  readonly months: readonly Month[];
  readonly domain: readonly [number, number];
}

/** In units of the SVG; the largest bar leaves space between two stances. */
const MAX_BAR_HEIGHT = 22;
const MIN_BAR_HEIGHT = 2;
const BAR_SPACING = 0.6;

/**
 * A lane with too many dates to draw each one: a bar for each month and stance, by number of positions, and a
 * line through the means. Selecting a bar opens its month.
 */
export function MonthlyChart({ name, months, domain }: MonthlyChartProps) {
  const navigate = useNavigate({ from: '/time' });
  const x = timeAxis(domain);
  const maxCount = Math.max(
    1,
    ...months.flatMap(({ distribution }) => distribution.map((level) => level.count)),
  );
  const start = ({ from }: Month): number => x(new Date(parseDay(from)));
  const end = ({ to }: Month): number => x(new Date(parseDay(to) + DAY_MS));
  const height = (count: number): number =>
    Math.max(MIN_BAR_HEIGHT, (count / maxCount) * MAX_BAR_HEIGHT);
  const means = months.flatMap((month) =>
    month.mean == null
      ? []
      : [`${((start(month) + end(month)) / 2).toFixed(1)} ${levelOf(month.mean).toFixed(1)}`],
  );
  return (
    <LaneAxes x={x} name={`${name}: ${formatCount(months.length, 'month')}`}>
      {months.flatMap((month) =>
        month.distribution
          .filter(({ count }) => count > 0)
          .map(({ stance, count }) => (
            <rect
              key={`${month.from} ${stance}`}
              className={`mark stance ${stance}`}
              x={start(month)}
              width={Math.max(BAR_SPACING, end(month) - start(month) - BAR_SPACING)}
              y={levelOf(STANCE_VALUE[stance]) - height(count) / 2}
              height={height(count)}
              onClick={() =>
                void navigate({
                  search: (before) => ({ ...before, from: month.from, to: month.to }),
                })
              }
            >
              <title>{`${formatDate(month.from, 'MONTH')}: ${formatCount(count, 'position')} ${STANCE_LABEL[stance]}`}</title>
            </rect>
          )),
      )}
      <path className="shift" d={means.length > 1 ? `M${means.join('L')}` : ''} />
    </LaneAxes>
  );
}
