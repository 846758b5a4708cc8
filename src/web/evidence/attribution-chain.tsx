import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatDate } from '../format/dates.ts';
import { CHANNEL_LABEL } from '../format/enum-labels.ts';
import type { EvidencePosition } from './evidence-position.ts';

interface AttributionChainProps {
  readonly steps: EvidencePosition['attribution'];
  /** Reference of the document in which the chain ends. */
  readonly document: string;
}

/** Who told whom, step by step from the holder's statement to the document. */
export function AttributionChain({ steps, document }: AttributionChainProps) {
  return (
    <ol className="attribution-chain" aria-label="Attribution: who told whom">
      {steps.map(({ order, speaker, audience, channel, date, datePrecision }) => (
        <li key={order} className={channel}>
          <Link to="/actors/$slug" params={{ slug: speaker.slug }}>
            {speaker.name}
          </Link>
          <span className="attribution-step">
            {CHANNEL_LABEL[channel]}
            {date != null && `, ${formatDate(date, datePrecision ?? 'DAY')}`}
            {audience.length > 0 && (
              <>
                {', to '}
                {audience.map(({ slug, name }, i) => (
                  <Fragment key={slug}>
                    {i > 0 && ', '}
                    <Link to="/actors/$slug" params={{ slug }}>
                      {name}
                    </Link>
                  </Fragment>
                ))}
              </>
            )}
          </span>
        </li>
      ))}
      <li className="end">
        <Link to="/documents/$reference" params={{ reference: document }}>
          {document}
        </Link>
      </li>
    </ol>
  );
}
