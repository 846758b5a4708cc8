import { CHANNEL_WORD, CHANNELS } from '../words/vocabulary.ts';
import { ChannelMark } from './channel-mark.tsx';

/** What the marks of a lane mean. */
export function TimeLegend() {
  return (
    <ul className="legend">
      {CHANNELS.map((channel) => (
        <li key={channel}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <ChannelMark channel={channel} className="stance NONCOMMITTAL" size={5} />
          </svg>
          {CHANNEL_WORD[channel]}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="known" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        date known to the month or year
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <line className="known open" x1="2" x2="26" y1="8" y2="8" />
        </svg>
        then or before
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="shift" d="M2 13L25 3M25 3L17 3M25 3L20 9" />
        </svg>
        shift
      </li>
      <li>
        <svg viewBox="0 0 28 16" className="wide" aria-hidden="true">
          <path className="clash" d="M2 13Q20 -4 26 13" />
        </svg>
        accounts that clash
      </li>
    </ul>
  );
}
