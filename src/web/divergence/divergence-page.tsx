import { useMemo } from 'react';
import { ExplorerDivergenceDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { actorLimit, comparedActors, positionFilter } from '../address/view-variables.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { RenderOnExport } from '../charts/render-on-export.tsx';
import { EmptyResult } from '../components/empty-result.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { Filters } from '../filters/filters.tsx';
import { buildDistanceMatrices } from './distance-matrix.ts';
import { DistanceTable } from './distance-table.tsx';
import { DistanceMatrixChart, DivergenceChart } from './divergence-chart.tsx';

/** How far apart every two actors stand on each condition. */
export function DivergencePage() {
  usePageTitle('Divergence');
  const viewing = useView();
  const { view } = viewing;
  const { data, error, refetch } = useLatestQuery(ExplorerDivergenceDocument, {
    of: comparedActors(view),
    filter: positionFilter(view),
    first: actorLimit(view),
  });
  const comparison = data?.comparison;
  const squares = useMemo(
    () => (comparison ? buildDistanceMatrices(comparison) : []),
    [comparison],
  );
  const picture = useMemo(() => <DivergenceChart squares={squares} />, [squares]);
  return (
    <div className="chart-page">
      <h1>How far apart they stand</h1>
      <p>
        The earth mover’s distance between two distributions of stances: 0 where they are equal, 1
        where all of one stand at one end of the scale and all of the other at the other. Only
        actors with a position on a condition are in its square; where one of them meets itself, it
        is grey.
      </p>
      <Filters {...viewing} />
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!comparison && !error && <div className="chart-loading" aria-busy="true" />}
      {comparison && (
        <>
          {squares.length === 0 && (
            <EmptyResult
              {...(comparison.rows.length > 0 && {
                what: 'No two of these actors have positions on the same condition that pass these filters.',
              })}
            />
          )}
          {squares.map((square) => (
            <section key={square.code} className="distance-matrix">
              <h2>{square.title}</h2>
              <div
                className="distance-matrix-scroll"
                role="group"
                aria-label={`Distances on ${square.title}`}
                // On a narrow screen it is moved sideways, with the keyboard too.
                tabIndex={0}
              >
                <DistanceMatrixChart square={square} />
              </div>
              <details className="data-table">
                <summary>The figures</summary>
                <DistanceTable square={square} view={view} />
              </details>
            </section>
          ))}
          <ShowMoreActors {...viewing} shown={comparison.rows.length} all={comparison.actorCount} />
          {squares.length > 0 && (
            <RenderOnExport
              picture={picture}
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
