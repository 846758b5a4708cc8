import type { Stance } from '#src/client/generated/graphql.ts';
import { STANCES } from '../words/vocabulary.ts';

export type Distribution = readonly { readonly stance: Stance; readonly count: number }[];

/** Units of the picture's own: a column for each level, from the lowest at the left. */
const COLUMN = 16;
const GAP = 4;
const HEIGHT = 36;
export const HISTOGRAM_WIDTH = STANCES.length * (COLUMN + GAP) - GAP;
export const HISTOGRAM_HEIGHT = HEIGHT + 4;
/** The least that can be seen. */
const LEAST = 2;

/**
 * How many positions stand at each level: the height of a column is its share of the largest. A
 * level is told by its place as well as by its colour.
 */
export function StanceHistogram({ distribution }: { readonly distribution: Distribution }) {
  const counts = new Map(distribution.map(({ stance, count }) => [stance, count]));
  const most = Math.max(...counts.values(), 1);
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${HISTOGRAM_WIDTH} ${HISTOGRAM_HEIGHT}`}
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
    >
      {STANCES.map((stance, i) => {
        const count = counts.get(stance) ?? 0;
        const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT);
        const x = i * (COLUMN + GAP);
        return (
          <g key={stance}>
            {count > 0 && (
              <rect
                className={`stance ${stance}`}
                x={x + 0.5}
                y={HEIGHT - height + 1}
                width={COLUMN - 1}
                height={height}
              />
            )}
            <line className="base" x1={x} x2={x + COLUMN} y1={HEIGHT + 2.5} y2={HEIGHT + 2.5} />
          </g>
        );
      })}
    </svg>
  );
}
