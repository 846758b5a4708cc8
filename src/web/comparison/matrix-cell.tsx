import { StanceHistogram } from '../charts/stance-histogram.tsx';
import { formatDistribution } from '../format/distribution.ts';
import {
  formatCount,
  formatNumber,
  formatPublicPrivateGap,
  formatSigned,
} from '../format/numbers.ts';
import type { Cell } from './comparison-types.ts';

/** Smallest difference between the public and the private mean that is marked. */
const MIN_MARKED_GAP = 0.5;

interface MatrixCellProps {
  readonly cell: Cell;
  readonly actor: string;
  readonly condition: string;
  /** Row and column, for the arrow keys: `2,1`. */
  readonly place: string;
  /** Identifies the cell in the address: `hamas:RECOGNITION`. */
  readonly cellKey: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** The positions of one actor on one condition, as a button that opens their evidence. */
export function MatrixCell({
  cell,
  actor,
  condition,
  place,
  cellKey,
  isOpen,
  onOpen,
}: MatrixCellProps) {
  const { count, mean } = cell;
  const counts = `${formatNumber(count)} in ${formatCount(cell.documentCount, 'doc')}`;
  const meanText = mean == null ? '' : formatSigned(mean);
  const gap = gapMark(cell);
  // The accessible name: the visible text, then the histogram in words.
  const visibleText = [meanText, counts, gap].filter((part) => part !== '').join(' ');
  const description =
    count === 0 ? EMPTY : `${visibleText}: ${formatDistribution(cell.distribution)}`;
  return (
    <td role="cell" data-condition={condition}>
      <button
        type="button"
        className={count === 0 ? 'cell empty' : 'cell'}
        data-place={place}
        data-cell={cellKey}
        aria-expanded={isOpen}
        aria-label={`${actor}, ${condition}: ${description}`}
        onClick={onOpen}
      >
        {count === 0 ? (
          <span className="none">{EMPTY}</span>
        ) : (
          <>
            <StanceHistogram distribution={cell.distribution} />
            <span className="mean">{meanText}</span> <span className="counts">{counts}</span>{' '}
            {gap !== '' && <span className="gap">{gap}</span>}
          </>
        )}
      </button>
    </td>
  );
}

const EMPTY = 'no positions';

/** The difference between public and private statements, if it is large enough to mark. */
function gapMark({ publicPrivateGap: gap }: Cell): string {
  return gap == null || Math.abs(gap) < MIN_MARKED_GAP ? '' : `◐ ${formatPublicPrivateGap(gap)}`;
}
