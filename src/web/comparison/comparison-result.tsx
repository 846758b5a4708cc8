import { useMemo } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { usePredictedView } from '../address/predict-next-view.ts';
import type { ViewControls } from '../address/use-view.ts';
import { comparisonVariables } from '../address/view-variables.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { formatCount } from '../format/numbers.ts';
import { comparisonCsvLines } from './comparison-csv.ts';
import type { Comparison } from './comparison-types.ts';
import { Matrix } from './matrix.tsx';
import { MatrixChart } from './matrix-chart.tsx';

interface Shown extends ViewControls {
  /** `hamas:RECOGNITION`: the cell whose evidence is open. */
  readonly opened: string | undefined;
  readonly onOpen: (cell: string) => void;
}

/** The matrix of a view, as it was answered last: an answer draws nothing but this. */
export function ComparisonResult({ opened, onOpen, ...viewing }: Shown) {
  const { view } = viewing;
  const next = usePredictedView(view);
  const { data, error, refetch, isOld } = useLatestQuery(
    ExplorerMatrixDocument,
    comparisonVariables(view),
    next && comparisonVariables(next),
  );
  const comparison = data?.comparison;
  const picture = useMemo(
    () => (comparison ? <MatrixChart comparison={comparison} /> : <svg />),
    [comparison],
  );
  return (
    <>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {comparison ? (
        <>
          <p className="unseen" role="status">
            {!isOld && said(comparison)}
          </p>
          <div className="matrix-frame" data-old={isOld || undefined}>
            <Matrix comparison={comparison} opened={opened} onOpen={onOpen} />
          </div>
          <ShowMoreActors {...viewing} shown={comparison.rows.length} all={comparison.actorCount} />
          <div className="beneath">
            <p>
              Revision {comparison.revision} of the corpus. A column of a cell is the share of its
              positions at one level of the scale; a dashed cell has none, which is not the same as
              standing in the middle.
            </p>
            <RenderOnExport
              picture={picture}
              lines={() => comparisonCsvLines(comparison)}
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
function said({ rows, actorCount }: Comparison): string {
  const counts = rows.flatMap(({ cells }) => cells.map(({ count }) => count));
  const positions = counts.reduce((sum, count) => sum + count, 0);
  return `${formatCount(positions, 'position')} of ${rows.length} of ${formatCount(actorCount, 'actor')}`;
}
