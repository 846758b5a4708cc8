import { type ScaleTime, scaleTime } from 'd3-scale';
import type { ReactNode } from 'react';
import { STANCE_LABEL, STANCE_VALUE, STANCES } from '../format/enum-labels.ts';

/** In units of the SVG. */
export const WIDTH = 1000;
export const LEFT = 96;
export const RIGHT = 16;
const LEVEL = 26;
const TOP = 22;
const BOTTOM = TOP + LEVEL * (STANCES.length - 1);
const LANE_HEIGHT = BOTTOM + 34;
export const DAY_MS = 86_400_000;

/** Maps a time to its x coordinate. */
export type TimeAxis = ScaleTime<number, number>;

/** The axis from a start to an end, in milliseconds. */
export function timeAxis([from, to]: readonly [number, number]): TimeAxis {
  return scaleTime([new Date(from), new Date(Math.max(to, from + DAY_MS))], [LEFT, WIDTH - RIGHT]);
}

/** The y coordinate of a stance's value; the lowest stance is at the bottom. */
export function levelOf(value: number): number {
  return TOP + (2 - value) * LEVEL;
}

interface LaneAxesProps {
  readonly x: TimeAxis;
  /** Actor and content: `Hamas: 3 dates`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** The axes of a lane: one line for each stance, time from left to right. */
export function LaneAxes({ x, name, children }: LaneAxesProps) {
  return (
    <svg
      className="lane-chart"
      viewBox={`0 0 ${WIDTH} ${LANE_HEIGHT}`}
      role="img"
      aria-label={`${name}; the table below has the same data`}
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
