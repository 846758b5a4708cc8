import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, useDeferredValue, useRef } from 'react';
import { ACTORS_PER_PAGE } from '../address/view-variables.ts';
import { EmptyResult } from '../components/empty-result.tsx';
import { ACTOR_KIND_LABEL, CONDITION_KIND_LABEL } from '../format/enum-labels.ts';
import type { Actor, Comparison, Condition } from './comparison-types.ts';
import { MatrixCell } from './matrix-cell.tsx';

interface MatrixProps {
  readonly comparison: Comparison;
  /** The cell whose evidence is open: `hamas:RECOGNITION`. */
  readonly openCell: string | undefined;
  readonly onOpen: (cell: string) => void;
}

/** Rows and columns by which an arrow key moves the focus. */
const ARROW_STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Actors by conditions, with arrow keys between the cells. Explicit roles keep it a table for screen readers
 * where the style sheet lays rows out as blocks: on narrow screens, each one is a card.
 */
export const Matrix = memo(function Matrix({ comparison, openCell, onOpen }: MatrixProps) {
  const { conditions, rows } = comparison;
  const deferred = useDeferredValue(comparison);
  const table = useRef<HTMLTableElement>(null);
  const moveFocus = (event: KeyboardEvent): void => {
    // Combinations belong to the browser: Alt+← goes back.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [down, right] = ARROW_STEPS[event.key] ?? [0, 0];
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
    <table className="matrix" role="table" ref={table} onKeyDown={moveFocus}>
      <caption className="visually-hidden">
        Stances of {rows.length} actors on {conditions.length} conditions
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span className="visually-hidden">Actor</span>
          </th>
          {conditions.map((condition) => (
            <ColumnHead key={condition.code} {...condition} />
          ))}
        </tr>
      </thead>
      {/* The first screen of rows renders immediately, the rest afterwards. */}
      <Body comparison={comparison} first={0} end={ACTORS_PER_PAGE} {...{ openCell, onOpen }} />
      {rows.length > ACTORS_PER_PAGE && (
        <Body
          comparison={deferred}
          first={ACTORS_PER_PAGE}
          end={Infinity}
          {...{ openCell, onOpen }}
        />
      )}
    </table>
  );
});

interface BodyProps extends MatrixProps {
  /** Range of rows; `end` is exclusive. */
  readonly first: number;
  readonly end: number;
}

const Body = memo(function Body({ comparison, first, end, openCell, onOpen }: BodyProps) {
  const { conditions, rows } = comparison;
  return (
    <tbody role="rowgroup">
      {rows.slice(first, end).map(({ actor, cells }, index) => (
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
                place={`${first + index},${column}`}
                cellKey={key}
                isOpen={openCell === key}
                onOpen={() => onOpen(key)}
              />
            );
          })}
        </tr>
      ))}
    </tbody>
  );
});

/** Memoised: a new result renders it only if the condition changes. */
const ColumnHead = memo(function ColumnHead({ code, title, kind, proposition }: Condition) {
  return (
    <th scope="col" role="columnheader" title={proposition}>
      <Link
        to="/time"
        search={(before) => ({ ...before, cell: undefined, condition: code }) as never}
      >
        {title}
      </Link>
      <small>{CONDITION_KIND_LABEL[kind]}</small>
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
