import { useNavigate } from '@tanstack/react-router';
import { dayText, timeOf } from '../words/dates.ts';
import { counted, STANCE_VALUE, STANCE_WORD } from '../words/vocabulary.ts';
import { LANE_HEIGHT, LaneGrid, levelOf, timeAxis, WIDTH } from './lane-grid.tsx';
import type { Month } from './timeline.ts';

interface Shown {
  readonly name: string;
  readonly months: readonly Month[];
  readonly domain: readonly [number, number];
}

/** Units of the largest disc's radius. */
const LARGEST = 11;
const LEAST = 1.5;

/**
 * A lane with more dates than can be told apart: a disc for each level of each month, as large as it
 * has positions, and a line through the means. A press on a disc goes into its month.
 */
export function MonthsPicture({ name, months, domain }: Shown) {
  const navigate = useNavigate({ from: '/time' });
  const x = timeAxis(domain);
  const most = Math.max(
    1,
    ...months.flatMap(({ distribution }) => distribution.map((level) => level.count)),
  );
  const middle = ({ from, to }: Month): number =>
    (x(new Date(timeOf(from))) + x(new Date(timeOf(to)))) / 2;
  const means = months.flatMap((month) =>
    month.mean == null ? [] : [`${middle(month).toFixed(1)} ${levelOf(month.mean).toFixed(1)}`],
  );
  return (
    <svg
      className="lane-picture"
      viewBox={`0 0 ${WIDTH} ${LANE_HEIGHT}`}
      role="img"
      aria-label={`${name}: ${months.length} months; the same is in the table below`}
    >
      <LaneGrid x={x} />
      {months.flatMap((month) =>
        month.distribution
          .filter(({ count }) => count > 0)
          .map(({ stance, count }) => (
            <circle
              key={`${month.from} ${stance}`}
              className={`mark stance ${stance}`}
              cx={middle(month)}
              cy={levelOf(STANCE_VALUE[stance])}
              r={Math.max(LEAST, Math.sqrt(count / most) * LARGEST)}
              onClick={() =>
                void navigate({
                  search: (before) => ({ ...before, from: month.from, to: month.to }),
                })
              }
            >
              <title>{`${dayText(month.from, 'MONTH')}: ${counted(count, 'position')} ${STANCE_WORD[stance]}`}</title>
            </circle>
          )),
      )}
      <path className="shift" d={means.length > 1 ? `M${means.join('L')}` : ''} />
    </svg>
  );
}
