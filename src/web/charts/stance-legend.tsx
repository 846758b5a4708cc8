import { STANCE_LABEL, STANCE_VALUE, STANCES } from '../format/enum-labels.ts';
import { formatSigned } from '../format/numbers.ts';

/** The stance scale, in the order of every chart. */
export function StanceLegend() {
  return (
    <dl className="legend" aria-label="Stance scale, from lowest to highest">
      {STANCES.map((stance) => (
        <div key={stance}>
          <dt>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`stance ${stance}`} x="0.5" y="0.5" width="11" height="11" />
            </svg>
            {STANCE_LABEL[stance]}
          </dt>
          <dd>{formatSigned(STANCE_VALUE[stance], 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
