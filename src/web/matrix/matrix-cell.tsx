import { StanceHistogram } from '../pictures/stance-histogram.tsx';
import { counted, STANCE_WORD, signed } from '../words/vocabulary.ts';
import type { Cell } from './comparison.ts';

/** Means in public and behind closed doors that are this far apart are worth a mark. */
const WORTH_A_MARK = 0.5;

interface Shown {
  readonly cell: Cell;
  readonly actor: string;
  readonly condition: string;
  /** Row and column. */
  readonly place: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function MatrixCell({ cell, actor, condition, place, isOpen, onOpen }: Shown) {
  const { count, documentCount, mean, publicPrivateGap: gap } = cell;
  const isEmpty = count === 0;
  return (
    <td role="cell" data-condition={condition}>
      <button
        type="button"
        className={isEmpty ? 'cell empty' : 'cell'}
        data-place={place}
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        <span className="unseen">
          {actor}, {condition}:{' '}
        </span>
        {isEmpty ? (
          <span className="none">no evidence</span>
        ) : (
          <>
            <StanceHistogram distribution={cell.distribution} />
            <span className="mean">{mean == null ? '' : signed(mean)}</span>
            <span className="counts">
              {count.toLocaleString('en')} in {counted(documentCount, 'doc')}
            </span>
            <span className="unseen">: {inWords(cell)}. </span>
            {differs(gap) && (
              <span className="gap">
                <span aria-hidden="true">◐</span> {inPublic(gap)}
              </span>
            )}
          </>
        )}
      </button>
    </td>
  );
}

function differs(gap: number | null | undefined): gap is number {
  return gap != null && Math.abs(gap) >= WORTH_A_MARK;
}

/** Which way public statements differ from those behind closed doors, and how far. */
function inPublic(gap: number): string {
  return `${Math.abs(gap).toFixed(1)} ${gap > 0 ? 'higher' : 'lower'} in public`;
}

/** What the picture shows. */
function inWords({ distribution }: Cell): string {
  return distribution
    .filter((level) => level.count > 0)
    .map((level) => `${level.count} ${STANCE_WORD[level.stance]}`)
    .join(', ');
}
