import { Link } from '@tanstack/react-router';
import { CopyButton } from '../components/copy-button.tsx';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatStatedDate } from '../format/dates.ts';
import { describeCoding } from '../format/describe-coding.ts';
import {
  CHANNEL_LABEL,
  CONFIDENCE_LABEL,
  DOCUMENT_KIND_LABEL,
  MODALITY_LABEL,
  STANCE_LABEL,
  STANCE_VALUE,
  WORDING_LABEL,
} from '../format/enum-labels.ts';
import { formatNumber, formatSigned } from '../format/numbers.ts';
import { AttributionChain } from './attribution-chain.tsx';
import type { EvidencePosition } from './evidence-position.ts';
import { formatPositionCitation } from './position-citation.ts';

interface PositionCardProps {
  readonly position: EvidencePosition;
  readonly revision: number;
}

/** One position with its quotations, attribution, coding and citation. */
export function PositionCard({ position, revision }: PositionCardProps) {
  const { stance, holder, document, evidence } = position;
  const first = evidence[0];
  return (
    <article
      className="card"
      aria-label={`${holder.name}, ${formatStatedDate(position)}: ${STANCE_LABEL[stance]}`}
    >
      <header>
        <span className={`tag ${stance}`}>
          {STANCE_LABEL[stance]} {formatSigned(STANCE_VALUE[stance], 0)}
        </span>
        <span className="holder">
          <Link to="/actors/$slug" params={{ slug: holder.slug }}>
            {holder.name}
          </Link>
          {formatSpokenFor(position)}
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
        <Fact name="Channel" value={CHANNEL_LABEL[position.channel]} />
        <Fact name="Wording" value={WORDING_LABEL[position.wording]} />
        <Fact name="Modality" value={MODALITY_LABEL[position.modality]} />
        <Fact name="Retellings" value={formatNumber(position.retellings)} />
        <Fact name="Document kind" value={DOCUMENT_KIND_LABEL[document.kind]} />
        <Fact
          name="Coder"
          value={`${describeCoding(position)}; ${CONFIDENCE_LABEL[position.confidence]}`}
        />
        {position.rationale != null && <Fact name="Rationale" value={position.rationale} />}
        {position.disputes && (
          <Fact
            name="Disputes"
            value={`${position.disputes.holder.name}: ${position.disputes.summary}`}
          />
        )}
      </dl>
      {first && (
        <CopyButton text={() => formatPositionCitation(position, revision)} label="Copy citation" />
      )}
    </article>
  );
}

/** For whom the holder spoke: `, on behalf of the Ministry, for Russia (party not certain)`. */
function formatSpokenFor({ holder, onBehalfOf, party, partyCertain }: EvidencePosition): string {
  const behalf = onBehalfOf == null ? '' : `, on behalf of ${onBehalfOf.name}`;
  const isOther = party.slug !== holder.slug && party.slug !== onBehalfOf?.slug;
  const doubt = partyCertain ? '' : ' (party not certain)';
  return `${behalf}${isOther ? ` for ${party.name}` : ''}${doubt}`;
}

/** Longer values, in characters, take the full width. */
const MAX_COLUMN_LENGTH = 40;

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={value.length > MAX_COLUMN_LENGTH ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>
        <IsolatedText text={value} />
      </dd>
    </div>
  );
}
