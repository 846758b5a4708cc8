import { CHANNEL_LABEL, CHANNELS } from '../format/enum-labels.ts';
import { ChannelMark, ONE, SEVERAL } from './channel-mark.tsx';

/** What the marks of a lane mean. */
export function TimelineLegend() {
  return (
    <ul className="legend">
      {CHANNELS.map((channel) => (
        <li key={channel}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <ChannelMark channel={channel} className="stance NONCOMMITTAL" size={ONE} />
          </svg>
          {CHANNEL_LABEL[channel]}
        </li>
      ))}
      <li>
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <ChannelMark channel="PUBLIC" className="stance NONCOMMITTAL" size={SEVERAL} />
        </svg>
        larger: several positions
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <g transform="translate(7 8)">
            <ChannelMark channel="PUBLIC" className="stance NONCOMMITTAL" size={ONE} />
          </g>
          <g transform="translate(20 8)">
            <ChannelMark channel="PRIVATE" className="stance NONCOMMITTAL" size={ONE} />
          </g>
        </svg>
        side by side: on one day
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="date-range" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        date known to the month or year
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="date-range open" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        then or before
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="shift" d="M2 13L25 3M25 3L17 3M25 3L20 9" />
        </svg>
        shift of the median
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="shift uncertain" d="M2 13L25 3M25 3L17 3M25 3L20 9" />
        </svg>
        shift that the dates do not prove
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="discrepancy" d="M2 13Q20 -4 26 13" />
        </svg>
        accounts that clash: within a year, a level or more apart
      </li>
    </ul>
  );
}
