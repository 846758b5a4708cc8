import { Link } from '@tanstack/react-router';
import { dateText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import {
  CHANNEL_WORD,
  counted,
  DOCUMENT_KIND_WORD,
  MODALITY_WORD,
  STANCE_VALUE,
  STANCE_WORD,
  signed,
  WORDING_WORD,
} from '../words/vocabulary.ts';
import { citationOf } from './citation-of.ts';
import { CopyButton } from './copy-button.tsx';
import type { EvidencePosition } from './evidence-position.ts';
import { TellingPath } from './telling-path.tsx';

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
      aria-label={`${holder.name}, ${dateText(position)}: ${STANCE_WORD[stance]}`}
    >
      <header>
        <span className={`tag ${stance}`}>
          {STANCE_WORD[stance]} {signed(STANCE_VALUE[stance]).replace('.0', '')}
        </span>
        <span className="who">
          <Link to="/actors/$slug" params={{ slug: holder.slug }}>
            {holder.name}
          </Link>
          {party.slug !== holder.slug && ` for ${party.name}`}
        </span>
        <time dateTime={position.statedOn}>{dateText(position)}</time>
      </header>
      <p className="summary">
        <Plain text={position.summary} />
      </p>
      {evidence.map(({ start, prefix, exact, suffix, passage }) => (
        <figure key={start}>
          <blockquote>
            <span className="context">
              … <Plain text={prefix} />
            </span>
            <mark>
              <Plain text={exact} />
            </mark>
            <span className="context">
              <Plain text={suffix} /> …
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
      <TellingPath steps={position.attribution} document={document.reference} />
      <dl className="facts">
        <Fact name="Setting" value={CHANNEL_WORD[position.channel]} />
        <Fact name="Wording" value={WORDING_WORD[position.wording]} />
        <Fact name="Modality" value={MODALITY_WORD[position.modality]} />
        <Fact name="Retellings" value={counted(position.retellings, 'retelling')} />
        <Fact name="Document" value={DOCUMENT_KIND_WORD[document.kind]} />
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
        <CopyButton text={() => citationOf(position, revision)} name="Copy as a citation" />
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
        <Plain text={value} />
      </dd>
    </div>
  );
}
