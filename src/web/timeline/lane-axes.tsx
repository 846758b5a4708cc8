import { type ScaleTime, scaleTime } from 'd3-scale';
import type { ReactNode } from 'react';
import { STANCE_LABEL, STANCE_VALUE, STANCES } from '../format/enum-labels.ts';

export const WIDTH = 1000;
export const LEFT = 96;
export const RIGHT = 16;
const LEVEL = 26;
const TOP = 22;
const BOTTOM = TOP + LEVEL * (STANCES.length - 1);
const LANE_HEIGHT = BOTTOM + 34;
export const DAY_MS = 86_400_000;

export type TimeAxis = ScaleTime<number, number>;

/** From the first to the last time of a lane, in milliseconds. */
export function timeAxis([from, to]: readonly [number, number]): TimeAxis {
  return scaleTime([new Date(from), new Date(Math.max(to, from + DAY_MS))], [LEFT, WIDTH - RIGHT]);
}

/** How far down a stance stands: the lowest at the bottom. */
export function levelOf(value: number): number {
  return TOP + (2 - value) * LEVEL;
}

interface Shown {
  readonly x: TimeAxis;
  /** Whose lane it is, and what is in it: `Hamas: 3 dates`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** What every lane is drawn on: a line for each level of the scale, time from left to right. */
export function LaneAxes({ x, name, children }: Shown) {
  return (
    <svg
      className="lane-chart"
      viewBox={`0 0 ${WIDTH} ${LANE_HEIGHT}`}
      role="img"
      aria-label={`${name}; the same is in the table below`}
    >
      {STANCES.map((stance) => (
        <g key={stance}>
          <line
            className="grid"
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={levelOf(STANCE_VALUE[stance])}
            y2={levelOf(STANCE_VALUE[stance])}
          />
          <text className="small" x={0} y={levelOf(STANCE_VALUE[stance]) + 4}>
            {STANCE_LABEL[stance]}
          </text>
        </g>
      ))}
      {x.ticks(8).map((tick) => (
        <g key={tick.getTime()} transform={`translate(${x(tick)} 0)`}>
          <line className="grid" y1={BOTTOM + 6} y2={BOTTOM + 12} />
          <text className="small middle" y={BOTTOM + 26}>
            {x.tickFormat(8)(tick)}
          </text>
        </g>
      ))}
      {children}
    </svg>
  );
}
