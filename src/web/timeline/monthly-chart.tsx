import { useNavigate } from '@tanstack/react-router';
import { formatDate, parseDay } from '../format/dates.ts';
import { STANCE_LABEL, STANCE_VALUE } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { DAY_MS, LaneAxes, levelOf, timeAxis } from './lane-axes.tsx';
import type { Month } from './timeline-types.ts';

interface Shown {
  readonly name: string;
  readonly months: readonly Month[];
  readonly domain: readonly [number, number];
}

/** Units of the largest bar's height, which leaves room between two levels. */
const LARGEST = 22;
const LEAST = 2;
const GAP = 0.6;

/**
 * A lane with more dates than can be told apart: a bar for each level of each month, as high as it
 * has positions, and a line through the means. A press on a bar goes into its month.
 */
export function MonthlyChart({ name, months, domain }: Shown) {
  const navigate = useNavigate({ from: '/time' });
  const x = timeAxis(domain);
  const most = Math.max(
    1,
    ...months.flatMap(({ distribution }) => distribution.map((level) => level.count)),
  );
  const start = ({ from }: Month): number => x(new Date(parseDay(from)));
  const end = ({ to }: Month): number => x(new Date(parseDay(to) + DAY_MS));
  const height = (count: number): number => Math.max(LEAST, (count / most) * LARGEST);
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
              width={Math.max(GAP, end(month) - start(month) - GAP)}
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
