import { useNavigate } from '@tanstack/react-router';
import type { Channel, Stance } from '#src/client/generated/graphql.ts';
import { formatStatedDate, parseDay } from '../format/dates.ts';
import { CHANNEL_LABEL, STANCE_LABEL, STANCE_VALUE } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { ChannelMark, ONE, SEVERAL } from './channel-mark.tsx';
import { LaneAxes, LEFT, levelOf, RIGHT, timeAxis, WIDTH } from './lane-axes.tsx';
import type { Moment, Pair, Shift } from './timeline-types.ts';

interface Shown {
  readonly name: string;
  readonly moments: readonly Moment[];
  readonly shifts: readonly Shift[];
  readonly pairs: readonly Pair[];
  readonly domain: readonly [number, number];
}

/** Where only the latest day is known, the line before it is as long as this. */
const BEFORE = 24;
/** Between marks of one day and stance, which stand side by side. */
const APART = 19;

/**
 * Time from left to right, stances from the lowest at the bottom. A line beside a mark is how far its
 * date is known; an arrow is a shift of the median; an arc joins two accounts that clash.
 */
export function LaneChart({ name, moments, shifts, pairs, domain }: Shown) {
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
        const bend = Math.max(14, Math.abs(x2 - x1) / 6);
        return (
          <path
            key={`${a.id} ${b.id}`}
            className="discrepancy"
            d={`M${x1} ${y1} Q${(x1 + x2) / 2 + bend} ${(y1 + y2) / 2 - bend} ${x2} ${y2}`}
          >
            <title>{`Accounts clash: ${kinds.join(', ').toLowerCase().replaceAll('_', ' ')}`}</title>
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
      {[...marks.values()].flatMap((beside) =>
        beside.map(({ key, day, stance, channel, count, moment, position }, index) => {
          const at = place(moment.statedOn);
          const end = place(moment.notAfter);
          const height = levelOf(STANCE_VALUE[stance]);
          const aside = (index - (beside.length - 1) / 2) * APART;
          return (
            <g key={key}>
              {moment.onOrBefore ? (
                <line
                  className="date-range open"
                  x1={Math.max(LEFT, end - BEFORE)}
                  x2={end}
                  y1={height}
                  y2={height}
                />
              ) : (
                end - at > 2 && (
                  <line className="date-range" x1={at} x2={end} y1={height} y2={height} />
                )
              )}
              <g
                className="mark"
                transform={`translate(${place(day) + aside} ${height})`}
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
                  size={count > 1 ? SEVERAL : ONE}
                />
              </g>
            </g>
          );
        }),
      )}
    </LaneAxes>
  );
}

interface Mark {
  readonly key: string;
  readonly moment: Moment;
  /** Where it stands: the last day where only that is known. */
  readonly day: string;
  readonly stance: Stance;
  readonly channel: Channel;
  readonly count: number;
  /** The first that it stands for. */
  readonly position: Moment['positions']['nodes'][number];
}

/** A mark for each stance and channel of a date; of many on one date, those that were asked for. */
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

/** The head of an arrow that ends at the second point. */
function arrow(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const side = (turn: number): string =>
    `M${x2} ${y2}L${x2 - 9 * Math.cos(angle + turn)} ${y2 - 9 * Math.sin(angle + turn)}`;
  return side(0.45) + side(-0.45);
}
