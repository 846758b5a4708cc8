import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, useDeferredValue, useRef } from 'react';
import { ACTORS_PER_PAGE } from '../address/view-variables.ts';
import { EmptyResult } from '../components/empty-result.tsx';
import { ACTOR_KIND_LABEL } from '../format/enum-labels.ts';
import type { Actor, Comparison, Condition } from './comparison-types.ts';
import { MatrixCell } from './matrix-cell.tsx';

interface Shown {
  readonly comparison: Comparison;
  /** `hamas:RECOGNITION`: the cell whose evidence is open. */
  readonly opened: string | undefined;
  readonly onOpen: (cell: string) => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** On a narrow screen each row becomes a card; the roles hold what it is all the same. */
export const Matrix = memo(function Matrix({ comparison, opened, onOpen }: Shown) {
  const { conditions, rows } = comparison;
  const later = useDeferredValue(comparison);
  const table = useRef<HTMLTableElement>(null);
  const step = (event: KeyboardEvent): void => {
    // With another key it is the browser's: Alt and ← go back.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [down, right] = STEPS[event.key] ?? [0, 0];
    const at = (event.target as HTMLElement).dataset['place']?.split(',').map(Number);
    if ((down === 0 && right === 0) || at === undefined) return;
    const [row = 0, column = 0] = at;
    const place = `[data-place="${row + down},${column + right}"]`;
    const next = table.current?.querySelector<HTMLElement>(place);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  if (rows.length === 0) return <EmptyResult />;
  return (
    <table className="matrix" role="table" ref={table} onKeyDown={step}>
      <caption className="unseen">
        Stances of {rows.length} actors on {conditions.length} conditions
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span className="unseen">Actor</span>
          </th>
          {conditions.map((condition) => (
            <ColumnHead key={condition.code} {...condition} />
          ))}
        </tr>
      </thead>
      {/* A screen of rows is drawn as soon as it is answered, what is below it right after. */}
      <Body comparison={comparison} first={0} end={ACTORS_PER_PAGE} {...{ opened, onOpen }} />
      {rows.length > ACTORS_PER_PAGE && (
        <Body comparison={later} first={ACTORS_PER_PAGE} end={Infinity} {...{ opened, onOpen }} />
      )}
    </table>
  );
});

interface ViewChange extends Shown {
  /** Rows from `first`, before `end`. */
  readonly first: number;
  readonly end: number;
}

const Body = memo(function Body({ comparison, first, end, opened, onOpen }: ViewChange) {
  const { conditions, rows } = comparison;
  return (
    <tbody role="rowgroup">
      {rows.slice(first, end).map(({ actor, cells }, at) => (
        <tr key={actor.slug} role="row">
          <RowHead {...actor} />
          {cells.map((cell, column) => {
            const key = `${actor.slug}:${cell.condition.code}`;
            return (
              <MatrixCell
                key={key}
                cell={cell}
                actor={actor.name}
                condition={conditions[column]?.title ?? ''}
                place={`${first + at},${column}`}
                name={key}
                isOpen={opened === key}
                onOpen={() => onOpen(key)}
              />
            );
          })}
        </tr>
      ))}
    </tbody>
  );
});

/** Drawn anew only for another condition, not with each answer. */
const ColumnHead = memo(function ColumnHead({ code, title, kind, proposition }: Condition) {
  return (
    <th scope="col" role="columnheader" title={proposition}>
      <Link
        to="/time"
        search={(before) => ({ ...before, cell: undefined, condition: code }) as never}
      >
        {title}
      </Link>
      <small>{kind.toLowerCase()}</small>
    </th>
  );
});

const RowHead = memo(function RowHead({ slug, name, kind }: Actor) {
  return (
    <th scope="row" role="rowheader">
      <Link to="/actors/$slug" params={{ slug }}>
        {name}
      </Link>
      <small>{ACTOR_KIND_LABEL[kind]}</small>
    </th>
  );
});
