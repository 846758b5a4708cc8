import { useNavigate } from '@tanstack/react-router';
import type { Channel, Stance } from '#src/client/generated/graphql.ts';
import { formatStatedDate, parseDay } from '../format/dates.ts';
import {
  CHANNEL_LABEL,
  DISCREPANCY_LABEL,
  STANCE_LABEL,
  STANCE_VALUE,
} from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { ChannelMark, MULTIPLE_SIZE, SINGLE_SIZE } from './channel-mark.tsx';
import { LaneAxes, LEFT, levelOf, RIGHT, timeAxis, WIDTH } from './lane-axes.tsx';
import type { DiscrepancyPair, Moment, Shift } from './timeline-types.ts';

interface LaneChartProps {
  readonly name: string;
  readonly moments: readonly Moment[];
  readonly shifts: readonly Shift[];
  readonly pairs: readonly DiscrepancyPair[];
  readonly domain: readonly [number, number];
}

/** Length of the line before a date of which only the latest day is known. */
const OPEN_RANGE_LENGTH = 24;
/** Distance between side-by-side marks of the same day and stance. */
const MARK_DISTANCE = 19;

/**
 * A lane with a mark for each date, stance and channel. The line beside a mark is the range of its date,
 * an arrow is a shift of the median, an arc joins two discrepant positions.
 */
export function LaneChart({ name, moments, shifts, pairs, domain }: LaneChartProps) {
  const navigate = useNavigate();
  const x = timeAxis(domain);
  const place = (day: string): number =>
    Math.min(WIDTH - RIGHT, Math.max(LEFT, x(new Date(parseDay(day)))));
  const marks = Map.groupBy(
    moments.flatMap((moment) => marksOf(moment)),
    ({ day, stance }) => `${day} ${stance}`,
  );
  return (
    <LaneAxes x={x} name={`${name}: ${formatCount(moments.length, 'date')}`}>
      {pairs.map(({ a, b, kinds }) => {
        const [x1, x2] = [place(a.statedOn), place(b.statedOn)];
        const [y1, y2] = [levelOf(STANCE_VALUE[a.stance]), levelOf(STANCE_VALUE[b.stance])];
        const curvature = Math.max(14, Math.abs(x2 - x1) / 6);
        return (
          <path
            key={`${a.id} ${b.id}`}
            className="discrepancy"
            d={`M${x1} ${y1} Q${(x1 + x2) / 2 + curvature} ${(y1 + y2) / 2 - curvature} ${x2} ${y2}`}
          >
            <title>{`Discrepancy: ${kinds.map((kind) => DISCREPANCY_LABEL[kind]).join(', ')}`}</title>
          </path>
        );
      })}
      {shifts.map(({ before, after, from: low, to: high, certain }) => {
        const [x1, x2] = [place(before.statedOn), place(after.statedOn)];
        return (
          <path
            key={`${before.statedOn} ${after.statedOn}`}
            className={certain ? 'shift' : 'shift uncertain'}
            d={`M${x1} ${levelOf(low)}L${x2} ${levelOf(high)}${arrow(x1, levelOf(low), x2, levelOf(high))}`}
          />
        );
      })}
      {[...marks.values()].flatMap((sameDay) =>
        sameDay.map(({ key, day, stance, channel, count, moment, position }, index) => {
          const start = place(moment.statedOn);
          const end = place(moment.notAfter);
          const y = levelOf(STANCE_VALUE[stance]);
          const offset = (index - (sameDay.length - 1) / 2) * MARK_DISTANCE;
          return (
            <g key={key}>
              {moment.onOrBefore ? (
                <line
                  className="date-range open"
                  x1={Math.max(LEFT, end - OPEN_RANGE_LENGTH)}
                  x2={end}
                  y1={y}
                  y2={y}
                />
              ) : (
                end - start > 2 && <line className="date-range" x1={start} x2={end} y1={y} y2={y} />
              )}
              <g
                className="mark"
                transform={`translate(${place(day) + offset} ${y})`}
                onClick={() =>
                  void navigate({
                    to: '/documents/$reference',
                    params: { reference: position.document.reference },
                    search: { position: position.id },
                  })
                }
              >
                <title>{`${formatStatedDate(moment)}, ${CHANNEL_LABEL[channel]}: ${position.holder.name} ${STANCE_LABEL[stance]}${count > 1 ? `, and ${count - 1} more` : ''}. ${position.summary}`}</title>
                <ChannelMark
                  channel={channel}
                  className={`stance ${stance}`}
                  size={count > 1 ? MULTIPLE_SIZE : SINGLE_SIZE}
                />
              </g>
            </g>
          );
        }),
      )}
    </LaneAxes>
  );
}

/** One or more positions with the same date, stance and channel. */
interface Mark {
  readonly key: string;
  readonly moment: Moment;
  /** Day at which it is drawn: the last one if only that is known. */
  readonly day: string;
  readonly stance: Stance;
  readonly channel: Channel;
  readonly count: number;
  /** The first of its positions. */
  readonly position: Moment['positions']['nodes'][number];
}

/** A mark for each stance and channel of a date, from the positions that were loaded. */
function marksOf(moment: Moment): readonly Mark[] {
  const groups = Map.groupBy(
    moment.positions.nodes,
    ({ stance, channel }) => `${stance} ${channel}`,
  );
  return [...groups].flatMap(([kind, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            key: `${moment.statedOn} ${moment.statedOnPrecision} ${moment.onOrBefore} ${kind}`,
            moment,
            day: moment.onOrBefore ? moment.notAfter : moment.statedOn,
            stance: first.stance,
            channel: first.channel,
            count: others.length + 1,
            position: first,
          },
        ],
  );
}

/** Path of an arrowhead at the second point. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const side = (turn: number): string =>
    `M${x2} ${y2}L${x2 - 9 * Math.cos(angle + turn)} ${y2 - 9 * Math.sin(angle + turn)}`;
  return side(0.45) + side(-0.45);
}
