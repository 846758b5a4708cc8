import { useMemo } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { useLatestAnswer } from '../api/use-latest-answer.ts';
import { MoreRows } from '../frame/more-rows.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { DrawnExports } from '../pictures/drawn-exports.tsx';
import { useNextView } from '../view/next-view.ts';
import type { Viewing } from '../view/use-view.ts';
import { matrixOf } from '../view/view.ts';
import { counted } from '../words/vocabulary.ts';
import type { MatrixComparison } from './comparison.ts';
import { Matrix } from './matrix.tsx';
import { MatrixPicture } from './matrix-picture.tsx';
import { matrixRows } from './matrix-rows.ts';

interface Shown extends Viewing {
  /** `hamas:RECOGNITION`: the cell whose evidence is open. */
  readonly opened: string | undefined;
  readonly onOpen: (cell: string) => void;
}

/** The matrix of a view, as it was answered last: an answer draws nothing but this. */
export function LatestMatrix({ opened, onOpen, ...viewing }: Shown) {
  const { view } = viewing;
  const next = useNextView(view);
  const { data, error, refetch, isOld } = useLatestAnswer(
    ExplorerMatrixDocument,
    matrixOf(view),
    next && matrixOf(next),
  );
  const comparison = data?.comparison;
  const picture = useMemo(
    () => (comparison ? <MatrixPicture comparison={comparison} /> : <svg />),
    [comparison],
  );
  return (
    <>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {comparison ? (
        <>
          <p className="unseen" role="status">
            {!isOld && said(comparison)}
          </p>
          <div className="matrix-frame" data-old={isOld || undefined}>
            <Matrix comparison={comparison} opened={opened} onOpen={onOpen} />
          </div>
          <MoreRows {...viewing} shown={comparison.rows.length} all={comparison.actorCount} />
          <div className="beneath">
            <p>
              Revision {comparison.revision} of the corpus. A column of a cell is the share of its
              positions at one level of the scale; a dashed cell has none, which is not the same as
              standing in the middle.
            </p>
            <DrawnExports
              picture={picture}
              rows={() => matrixRows(comparison)}
              name="demarche-matrix"
            />
          </div>
        </>
      ) : (
        !error && <div className="matrix-wait" aria-busy="true" />
      )}
    </>
  );
}

/** For who does not see the matrix change. */
function said({ rows, actorCount }: MatrixComparison): string {
  const counts = rows.flatMap(({ cells }) => cells.map(({ count }) => count));
  const positions = counts.reduce((sum, count) => sum + count, 0);
  return `${counted(positions, 'position')} of ${rows.length} of ${counted(actorCount, 'actor')}`;
}
