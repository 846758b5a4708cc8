import { Link } from '@tanstack/react-router';
import { dateText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { CHANNEL_WORD, counted, STANCE_WORD } from '../words/vocabulary.ts';
import { conditionClass, conditionsOf } from './condition-marks.ts';
import type { ReaderPosition } from './spans.ts';

interface Shown {
  readonly positions: readonly ReaderPosition[];
  readonly chosen: string | undefined;
  readonly reference: string;
}

/** The positions found in a document, by the numbers that stand in its text. */
export function PositionNotes({ positions, chosen, reference }: Shown) {
  const conditions = conditionsOf(positions);
  return (
    <aside aria-label="Positions in this document">
      <h2>{counted(positions.length, 'position')}</h2>
      <ul className="lines">
        {conditions.map((code) => (
          <li key={code}>
            <span className={`line ${conditionClass(conditions, code)}`}>
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
            aria-current={position.id === chosen || undefined}
          >
            <p>
              <span className={`tag ${position.stance}`}>{STANCE_WORD[position.stance]}</span>{' '}
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
                <Plain text={position.summary} />
              </Link>
            </p>
            <p className="facts">
              <Link to="/actors/$slug" params={{ slug: position.holder.slug }}>
                {position.holder.name}
              </Link>
              , {dateText(position)}, {CHANNEL_WORD[position.channel]},{' '}
              {counted(position.retellings, 'retelling')}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
