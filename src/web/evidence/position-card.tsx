import { Link } from '@tanstack/react-router';
import { CopyButton } from '../components/copy-button.tsx';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatStatedDate } from '../format/dates.ts';
import {
  CHANNEL_LABEL,
  DOCUMENT_KIND_LABEL,
  MODALITY_LABEL,
  STANCE_LABEL,
  STANCE_VALUE,
  WORDING_LABEL,
} from '../format/enum-labels.ts';
import { formatCount, formatSigned } from '../format/numbers.ts';
import { AttributionChain } from './attribution-chain.tsx';
import type { EvidencePosition } from './evidence-position.ts';
import { formatPositionCitation } from './position-citation.ts';

interface Shown {
  readonly position: EvidencePosition;
  readonly revision: number;
}

/** One position with all that proves it. */
export function PositionCard({ position, revision }: Shown) {
  const { stance, holder, party, document, evidence } = position;
  const first = evidence[0];
  return (
    <article
      className="card"
      aria-label={`${holder.name}, ${formatStatedDate(position)}: ${STANCE_LABEL[stance]}`}
    >
      <header>
        <span className={`tag ${stance}`}>
          {STANCE_LABEL[stance]} {formatSigned(STANCE_VALUE[stance]).replace('.0', '')}
        </span>
        <span className="who">
          <Link to="/actors/$slug" params={{ slug: holder.slug }}>
            {holder.name}
          </Link>
          {party.slug !== holder.slug && ` for ${party.name}`}
        </span>
        <time dateTime={position.statedOn}>{formatStatedDate(position)}</time>
      </header>
      <p className="summary">
        <IsolatedText text={position.summary} />
      </p>
      {evidence.map(({ start, prefix, exact, suffix, passage }) => (
        <figure key={start}>
          <blockquote>
            <span className="context">
              … <IsolatedText text={prefix} />
            </span>
            <mark>
              <IsolatedText text={exact} />
            </mark>
            <span className="context">
              <IsolatedText text={suffix} /> …
            </span>
          </blockquote>
          <figcaption>
            <Link
              to="/documents/$reference"
              params={{ reference: document.reference }}
              search={{ position: position.id }}
            >
              {document.reference}
              {passage?.number != null && `, paragraph ${passage.number}`}
            </Link>
            {passage?.marking != null && <> ({passage.marking})</>}
          </figcaption>
        </figure>
      ))}
      <AttributionChain steps={position.attribution} document={document.reference} />
      <dl className="facts">
        <Fact name="Setting" value={CHANNEL_LABEL[position.channel]} />
        <Fact name="Wording" value={WORDING_LABEL[position.wording]} />
        <Fact name="Modality" value={MODALITY_LABEL[position.modality]} />
        <Fact name="Retellings" value={formatCount(position.retellings, 'retelling')} />
        <Fact name="Document" value={DOCUMENT_KIND_LABEL[document.kind]} />
        <Fact
          name="Coder"
          value={`${position.coder}, confidence ${position.confidence.toLowerCase()}, ${position.status.toLowerCase()}`}
        />
        {position.rationale != null && <Fact name="Why" value={position.rationale} />}
        {position.disputes && (
          <Fact
            name="Disputes"
            value={`${position.disputes.holder.name}: ${position.disputes.summary}`}
          />
        )}
      </dl>
      {first && (
        <CopyButton
          text={() => formatPositionCitation(position, revision)}
          name="Copy as a citation"
        />
      )}
    </article>
  );
}

/** A sentence takes a line of its own. */
const LONG = 40;

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={value.length > LONG ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>
        <IsolatedText text={value} />
      </dd>
    </div>
  );
}
