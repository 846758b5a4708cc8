import { useMemo } from 'react';
import { ExplorerDivergenceDocument } from '#src/client/generated/graphql.ts';
import { useLatestAnswer } from '../api/use-latest-answer.ts';
import { Filters } from '../filters/filters.tsx';
import { MoreRows } from '../frame/more-rows.tsx';
import { NothingPasses } from '../frame/nothing-passes.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { DrawnExports } from '../pictures/drawn-exports.tsx';
import { useView } from '../view/use-view.ts';
import { filterOf, rowLimitOf, rowsOf } from '../view/view.ts';
import { DistanceTable } from './distance-table.tsx';
import { DivergencePicture, SquarePicture } from './divergence-picture.tsx';
import { squaresOf } from './squares.ts';

/** How far apart every two actors stand on each condition. */
export function DivergencePage() {
  useTitle('Divergence');
  const viewing = useView();
  const { view } = viewing;
  const { data, error, refetch } = useLatestAnswer(ExplorerDivergenceDocument, {
    of: rowsOf(view),
    filter: filterOf(view),
    first: rowLimitOf(view),
  });
  const comparison = data?.comparison;
  const squares = useMemo(() => (comparison ? squaresOf(comparison) : []), [comparison]);
  const picture = useMemo(() => <DivergencePicture squares={squares} />, [squares]);
  return (
    <div className="picture-page">
      <h1>How far apart they stand</h1>
      <p>
        The earth mover’s distance between two distributions of stances: 0 where they are equal, 1
        where all of one stand at one end of the scale and all of the other at the other. Only
        actors with a position on a condition are in its square; where one of them meets itself, it
        is grey.
      </p>
      <Filters {...viewing} />
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!comparison && !error && <div className="picture-wait" aria-busy="true" />}
      {comparison && (
        <>
          {squares.length === 0 && (
            <NothingPasses
              {...(comparison.rows.length > 0 && {
                what: 'No two of these actors have positions on the same condition that pass these filters.',
              })}
            />
          )}
          {squares.map((square) => (
            <section key={square.code} className="square">
              <h2>{square.title}</h2>
              <div
                className="square-scroll"
                role="group"
                aria-label={`Distances on ${square.title}`}
                // On a narrow screen it is moved sideways, with the keyboard too.
                tabIndex={0}
              >
                <SquarePicture square={square} />
              </div>
              <details className="as-table">
                <summary>The figures</summary>
                <DistanceTable square={square} view={view} />
              </details>
            </section>
          ))}
          <MoreRows {...viewing} shown={comparison.rows.length} all={comparison.actorCount} />
          {squares.length > 0 && (
            <DrawnExports
              picture={picture}
              name="demarche-divergence"
              rows={() =>
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
