import { StanceHistogram } from '../charts/stance-histogram.tsx';
import { STANCE_LABEL } from '../format/enum-labels.ts';
import {
  formatCount,
  formatNumber,
  formatPublicPrivateGap,
  formatSigned,
} from '../format/numbers.ts';
import type { Cell } from './comparison-types.ts';

/** Means in public and behind closed doors that are this far apart are worth a mark. */
const WORTH_A_MARK = 0.5;

interface Shown {
  readonly cell: Cell;
  readonly actor: string;
  readonly condition: string;
  /** Row and column. */
  readonly place: string;
  /** `hamas:RECOGNITION` */
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function MatrixCell({ cell, actor, condition, place, name, isOpen, onOpen }: Shown) {
  const { count, mean } = cell;
  const counts = `${formatNumber(count)} in ${formatCount(cell.documentCount, 'doc')}`;
  const figure = mean == null ? '' : formatSigned(mean);
  const gap = gapMark(cell);
  // As it is read: what is seen, and then what is drawn.
  const seen = [figure, counts, gap].filter((part) => part !== '').join(' ');
  const said = count === 0 ? NONE : `${seen}: ${inWords(cell)}`;
  return (
    <td role="cell" data-condition={condition}>
      <button
        type="button"
        className={count === 0 ? 'cell empty' : 'cell'}
        data-place={place}
        data-cell={name}
        aria-expanded={isOpen}
        aria-label={`${actor}, ${condition}: ${said}`}
        onClick={onOpen}
      >
        {count === 0 ? (
          <span className="none">{NONE}</span>
        ) : (
          <>
            <StanceHistogram distribution={cell.distribution} />
            <span className="mean">{figure}</span> <span className="counts">{counts}</span>{' '}
            {gap !== '' && <span className="gap">{gap}</span>}
          </>
        )}
      </button>
    </td>
  );
}

const NONE = 'no evidence';

/** Whether public and private differ, if it is worth a mark. */
function gapMark({ publicPrivateGap: gap }: Cell): string {
  return gap == null || Math.abs(gap) < WORTH_A_MARK ? '' : `◐ ${formatPublicPrivateGap(gap)}`;
}

/** What the picture shows. */
function inWords({ distribution }: Cell): string {
  return distribution
    .filter((level) => level.count > 0)
    .map((level) => `${level.count} ${STANCE_LABEL[level.stance]}`)
    .join(', ');
}
