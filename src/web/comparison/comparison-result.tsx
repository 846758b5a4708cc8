import { useMemo } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { usePredictedView } from '../address/predict-next-view.ts';
import type { ViewControls } from '../address/use-view.ts';
import { comparisonVariables } from '../address/view-variables.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { UnsettledNote } from '../components/unsettled-note.tsx';
import { formatCount, formatUncertainParty } from '../format/numbers.ts';
import { comparisonCsvLines } from './comparison-csv.ts';
import type { Comparison } from './comparison-types.ts';
import { Matrix } from './matrix.tsx';
import { MatrixChart } from './matrix-chart.tsx';

interface ComparisonResultProps extends ViewControls {
  /** The cell whose evidence is open: `hamas:RECOGNITION`. */
  readonly openCell: string | undefined;
  readonly onOpen: (cell: string) => void;
}

/** The matrix of the latest result. A component of its own, so that a new result renders nothing else. */
export function ComparisonResult({ openCell, onOpen, ...controls }: ComparisonResultProps) {
  const { view } = controls;
  const predicted = usePredictedView(view);
  const { data, error, refetch, isOld } = useLatestQuery(
    ExplorerMatrixDocument,
    comparisonVariables(view),
    predicted && comparisonVariables(predicted),
  );
  const comparison = data?.comparison;
  const chart = useMemo(
    () => (comparison ? <MatrixChart comparison={comparison} /> : <svg />),
    [comparison],
  );
  return (
    <>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {comparison ? (
        <>
          <p className="visually-hidden" role="status">
            {!isOld && describeResult(comparison)}
          </p>
          <div className="matrix-container" data-old={isOld || undefined}>
            <Matrix comparison={comparison} openCell={openCell} onOpen={onOpen} />
          </div>
          <ShowMoreActors
            {...controls}
            shown={comparison.rows.length}
            total={comparison.actorCount}
          />
          <UnsettledNote count={comparison.unsettledDocumentCount} />
          <div className="matrix-footer">
            <p>
              Corpus revision {comparison.revision}. Bars show the positions of a cell by stance,
              relative to the largest; dashed cells have no positions, which is not the same as
              noncommittal. {formatUncertainParty(comparison.uncertainPartyCount)}
            </p>
            <RenderOnExport
              chart={chart}
              lines={() => comparisonCsvLines(comparison)}
              name="demarche-matrix"
            />
          </div>
        </>
      ) : (
        !error && <div className="matrix-loading" aria-busy="true" />
      )}
    </>
  );
}

/** Announced to screen readers with each new result. */
function describeResult({ rows, actorCount }: Comparison): string {
  const counts = rows.flatMap(({ cells }) => cells.map(({ count }) => count));
  const positions = counts.reduce((sum, count) => sum + count, 0);
  return `${formatCount(positions, 'position')}; ${rows.length} of ${formatCount(actorCount, 'actor')} shown`;
}
