import { Link } from '@tanstack/react-router';
import { IsolatedText } from '../components/isolated-text.tsx';
import { formatStatedDate } from '../format/dates.ts';
import { describeCoding } from '../format/describe-coding.ts';
import { CHANNEL_LABEL, STANCE_LABEL } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';
import { conditionCodes, underlineClass } from './condition-underline.ts';
import type { ReaderPosition } from './evidence-spans.ts';

interface PositionNotesProps {
  readonly positions: readonly ReaderPosition[];
  readonly selected: string | undefined;
  readonly reference: string;
}

/** The positions of a document, with the numbers by which its text refers to them. */
export function PositionNotes({ positions, selected, reference }: PositionNotesProps) {
  const conditions = conditionCodes(positions);
  return (
    <aside aria-label="Positions in this document">
      <h2>{formatCount(positions.length, 'position')}</h2>
      <ul className="condition-key">
        {conditions.map((code) => (
          <li key={code}>
            <span className={`line ${underlineClass(conditions, code)}`}>
              {positions.find(({ condition }) => condition.code === code)?.condition.title}
            </span>
          </li>
        ))}
      </ul>
      <ol className="notes">
        {positions.map((position, i) => (
          <li
            key={position.id}
            id={`position-${i + 1}`}
            aria-current={position.id === selected || undefined}
          >
            <p>
              <span className={`tag ${position.stance}`}>{STANCE_LABEL[position.stance]}</span>{' '}
              <Link to="/" search={{ cell: `${position.party.slug}:${position.condition.code}` }}>
                {position.condition.title}
              </Link>
            </p>
            <p>
              <Link
                to="/documents/$reference"
                params={{ reference }}
                search={{ position: position.id }}
                resetScroll={false}
              >
                <IsolatedText text={position.summary} />
              </Link>
            </p>
            <p className="facts">
              <Link to="/actors/$slug" params={{ slug: position.holder.slug }}>
                {position.holder.name}
              </Link>
              , {formatStatedDate(position)}, {CHANNEL_LABEL[position.channel]},{' '}
              {formatCount(position.retellings, 'retelling')}; coded by{' '}
              <IsolatedText text={describeCoding(position)} />
              {position.evidence.some(({ orphaned }) => orphaned) &&
                ', quoted from the text before its correction'}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
