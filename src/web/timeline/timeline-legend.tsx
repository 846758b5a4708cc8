import { CHANNEL_LABEL, CHANNELS } from '../format/enum-labels.ts';
import { ChannelMark, MULTIPLE_SIZE, SINGLE_SIZE } from './channel-mark.tsx';

/** Explains the marks, lines and arcs of a lane. */
export function TimelineLegend() {
  return (
    <ul className="legend">
      {CHANNELS.map((channel) => (
        <li key={channel}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <ChannelMark channel={channel} className="stance NONCOMMITTAL" size={SINGLE_SIZE} />
          </svg>
          {CHANNEL_LABEL[channel]}
        </li>
      ))}
      <li>
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <ChannelMark channel="PUBLIC" className="stance NONCOMMITTAL" size={MULTIPLE_SIZE} />
        </svg>
        larger mark: several positions
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <g transform="translate(7 8)">
            <ChannelMark channel="PUBLIC" className="stance NONCOMMITTAL" size={SINGLE_SIZE} />
          </g>
          <g transform="translate(20 8)">
            <ChannelMark channel="PRIVATE" className="stance NONCOMMITTAL" size={SINGLE_SIZE} />
          </g>
        </svg>
        side by side: same day
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="date-range" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        date known to the month or year only
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="date-range open" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        on or before that date
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
        shift whose order of dates is uncertain
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="discrepancy" d="M2 13Q20 -4 26 13" />
        </svg>
        discrepancy: positions within a year that differ by one stance or more
      </li>
    </ul>
  );
}
