import type { Stance } from '#src/client/generated/graphql.ts';
import { STANCES } from '../format/enum-labels.ts';

export type Distribution = readonly { readonly stance: Stance; readonly count: number }[];

/** Units of the picture's own: a column for each level, from the lowest at the left. */
const COLUMN = 16;
const GAP = 4;
const HEIGHT = 36;
export const HISTOGRAM_WIDTH = STANCES.length * (COLUMN + GAP) - GAP;
export const HISTOGRAM_HEIGHT = HEIGHT + 4;
/** The least that can be seen. */
const LEAST = 2;

/** A line under each column, so that one that is empty is seen to be. */
const BASE = STANCES.map((_, i) => `M${i * (COLUMN + GAP)} ${HEIGHT + 2.5}h${COLUMN}`).join('');

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
        const height = Math.max(LEAST, (count / most) * HEIGHT);
        const x = i * (COLUMN + GAP);
        const top = HEIGHT - height + 1;
        if (count === 0) return null;
        return (
          // A rectangle's height is a style to the browser, to be worked out anew; a polygon's is none.
          <polygon
            key={stance}
            className={`stance ${stance}`}
            points={`${x + 0.5} ${top} ${x + COLUMN - 0.5} ${top} ${x + COLUMN - 0.5} ${HEIGHT + 1} ${x + 0.5} ${HEIGHT + 1}`}
          />
        );
      })}
      <path className="base" d={BASE} />
    </svg>
  );
}
