import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { askEarly, useLatestAnswer } from '../api/use-latest-answer.ts';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { Filters } from '../filters/filters.tsx';
import { MoreRows } from '../frame/more-rows.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { DrawnExports } from '../pictures/drawn-exports.tsx';
import { StanceLegend } from '../pictures/legend.tsx';
import { useNextView } from '../view/next-view.ts';
import { useView } from '../view/use-view.ts';
import { matrixOf } from '../view/view.ts';
import { counted } from '../words/vocabulary.ts';
import type { MatrixComparison } from './comparison.ts';
import { Matrix } from './matrix.tsx';
import { MatrixPicture } from './matrix-picture.tsx';
import { matrixRows } from './matrix-rows.ts';

/** Who stands where: actors by conditions, and the words behind each cell. */
export function MatrixPage() {
  useTitle('Matrix');
  const viewing = useView((moved) => askEarly(ExplorerMatrixDocument, matrixOf(moved)));
  const { cell } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const { view } = viewing;
  const next = useNextView(view);
  const { data, error, refetch, isOld } = useLatestAnswer(
    ExplorerMatrixDocument,
    matrixOf(view),
    next && matrixOf(next),
  );
  const open = useCallback(
    (opened: string | undefined) =>
      void navigate({
        search: (before) => ({ ...before, cell: opened }),
        resetScroll: false,
      }),
    [navigate],
  );
  const comparison = data?.comparison;
  const picture = useMemo(
    () => (comparison ? <MatrixPicture comparison={comparison} /> : <svg />),
    [comparison],
  );
  const [actor, condition] = cell?.split(':') ?? [];
  return (
    <div className="matrix-page">
      <div className="heading">
        <h1>Who stands where</h1>
        <StanceLegend />
      </div>
      <Filters {...viewing} />
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {data ? (
        <>
          <p className="unseen" role="status">
            {!isOld && said(data.comparison)}
          </p>
          <div className="matrix-frame" data-old={isOld || undefined}>
            <Matrix comparison={data.comparison} opened={cell} onOpen={open} />
          </div>
          <MoreRows
            {...viewing}
            shown={data.comparison.rows.length}
            all={data.comparison.actorCount}
          />
          <div className="beneath">
            <p>
              Revision {data.comparison.revision} of the corpus. A column of a cell is the share of
              its positions at one level of the scale; a dashed cell has none, which is not the same
              as standing in the middle.
            </p>
            <DrawnExports
              picture={picture}
              rows={() => matrixRows(data.comparison)}
              name="demarche-matrix"
            />
          </div>
        </>
      ) : (
        !error && <div className="matrix-wait" aria-busy="true" />
      )}
      {actor !== undefined && condition !== undefined && (
        <EvidencePanel
          actor={actor}
          condition={condition}
          view={view}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}

/** For who does not see the matrix change. */
function said({ rows, actorCount }: MatrixComparison): string {
  const counts = rows.flatMap(({ cells }) => cells.map(({ count }) => count));
  const positions = counts.reduce((sum, count) => sum + count, 0);
  return `${counted(positions, 'position')} of ${rows.length} of ${counted(actorCount, 'actor')}`;
}
