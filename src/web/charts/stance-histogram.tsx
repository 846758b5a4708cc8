import type { Stance } from '#src/client/generated/graphql.ts';
import { STANCES } from '../format/enum-labels.ts';

/** Number of positions at each stance. */
export type Distribution = readonly { readonly stance: Stance; readonly count: number }[];

/** In units of the SVG. */
const COLUMN = 16;
const SPACE = 4;
const HEIGHT = 36;
/** Smallest visible height of a column. */
const MIN_COLUMN_HEIGHT = 2;
/** Size of the histogram in units of the SVG. */
export const HISTOGRAM_WIDTH = STANCES.length * (COLUMN + SPACE) - SPACE;
export const HISTOGRAM_HEIGHT = HEIGHT + 4;

/** A line under each column, which shows the empty ones. */
const BASELINE = STANCES.map((_, i) => `M${i * (COLUMN + SPACE)} ${HEIGHT + 2.5}h${COLUMN}`).join(
  '',
);

/**
 * Positions by stance, lowest stance first. Column heights are relative to the largest column. A stance is
 * recognisable by its place as well as by its colour.
 */
export function StanceHistogram({ distribution }: { readonly distribution: Distribution }) {
  const counts = new Map(distribution.map(({ stance, count }) => [stance, count]));
  const maxCount = Math.max(...counts.values(), 1);
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${HISTOGRAM_WIDTH} ${HISTOGRAM_HEIGHT}`}
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
    >
      {STANCES.map((stance, i) => {
        const count = counts.get(stance) ?? 0;
        const height = Math.max(MIN_COLUMN_HEIGHT, (count / maxCount) * HEIGHT);
        const x = i * (COLUMN + SPACE);
        const top = HEIGHT - height + 1;
        if (count === 0) return null;
        return (
          // Unlike a rectangle's height, a polygon's points do not trigger style recalculation.
          <polygon
            key={stance}
            className={`stance ${stance}`}
            points={`${x + 0.5} ${top} ${x + COLUMN - 0.5} ${top} ${x + COLUMN - 0.5} ${HEIGHT + 1} ${x + 0.5} ${HEIGHT + 1}`}
          />
        );
      })}
      <path className="base" d={BASELINE} />
    </svg>
  );
}
