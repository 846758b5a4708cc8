import { useMemo } from 'react';
import { ExplorerDivergenceDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { actorLimit, comparedActors, positionFilter } from '../address/view-variables.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { EmptyResult } from '../components/empty-result.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { UnsettledNote } from '../components/unsettled-note.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { Filters } from '../filters/filters.tsx';
import { formatUncertainParty } from '../format/numbers.ts';
import { buildDistanceMatrices } from './distance-matrix.ts';
import { DistanceTable } from './distance-table.tsx';
import { DistanceMatrixChart, DivergenceChart } from './divergence-chart.tsx';

/** Distances between actors on each condition. */
export function DivergencePage() {
  usePageTitle('Divergence');
  const controls = useView();
  const { view } = controls;
  const { data, error, refetch } = useLatestQuery(ExplorerDivergenceDocument, {
    of: comparedActors(view),
    filter: positionFilter(view),
    first: actorLimit(view),
  });
  const comparison = data?.comparison;
  const matrices = useMemo(
    () => (comparison ? buildDistanceMatrices(comparison) : []),
    [comparison],
  );
  const chart = useMemo(() => <DivergenceChart matrices={matrices} />, [matrices]);
  return (
    <div className="chart-page">
      <h1>Distances between actors</h1>
      <p>
        The earth mover’s distance between the stance distributions of two actors: 0 if they are
        equal, 1 if they are at opposite ends of the scale. A matrix has the actors with positions
        on its condition; the diagonal is grey.
      </p>
      <Filters {...controls} />
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!comparison && !error && <div className="chart-loading" aria-busy="true" />}
      {comparison && (
        <>
          {matrices.length === 0 && (
            <EmptyResult
              {...(comparison.rows.length > 0 && {
                message:
                  'No two of these actors have positions on the same condition that match these filters.',
              })}
            />
          )}
          {matrices.map((matrix) => (
            <section key={matrix.code} className="distance-matrix">
              <h2>{matrix.title}</h2>
              <div
                className="distance-matrix-scroll"
                role="group"
                aria-label={`Distances on ${matrix.title}`}
                // Scrolls sideways on narrow screens, also with the keyboard.
                tabIndex={0}
              >
                <DistanceMatrixChart matrix={matrix} />
              </div>
              <details className="data-table">
                <summary>Show as table</summary>
                <DistanceTable matrix={matrix} view={view} />
              </details>
            </section>
          ))}
          <UnsettledNote count={comparison.unsettledDocumentCount} />
          {comparison.uncertainPartyCount > 0 && (
            <p>{formatUncertainParty(comparison.uncertainPartyCount)}</p>
          )}
          <ShowMoreActors
            {...controls}
            shown={comparison.rows.length}
            total={comparison.actorCount}
          />
          {matrices.length > 0 && (
            <RenderOnExport
              chart={chart}
              name="demarche-divergence"
              lines={() =>
                comparison.divergences.map(({ condition, a, b, distance, overlap }) => ({
                  condition: condition.code,
                  a: a.slug,
                  b: b.slug,
                  distance,
                  overlap,
                  revision: comparison.revision,
                }))
              }
            />
          )}
        </>
      )}
    </div>
  );
}
