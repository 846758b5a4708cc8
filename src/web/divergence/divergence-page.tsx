import { useRef } from 'react';
import { ExplorerDivergenceDocument } from '#src/client/generated/graphql.ts';
import { useLatestAnswer } from '../api/use-latest-answer.ts';
import { Filters } from '../filters/filters.tsx';
import { MoreRows } from '../frame/more-rows.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { ExportButtons } from '../pictures/export-buttons.tsx';
import { useView } from '../view/use-view.ts';
import { filterOf, rowLimitOf, rowsOf } from '../view/view.ts';
import { DivergencePicture } from './divergence-picture.tsx';

/** How far apart every two actors stand on each condition. */
export function DivergencePage() {
  useTitle('Divergence');
  const viewing = useView();
  const picture = useRef<HTMLDivElement>(null);
  const { view } = viewing;
  const { data, error, refetch } = useLatestAnswer(ExplorerDivergenceDocument, {
    of: rowsOf(view),
    filter: filterOf(view),
    first: rowLimitOf(view),
  });
  return (
    <div className="picture-page">
      <h1>How far apart they stand</h1>
      <p>
        The earth mover’s distance between two distributions of stances: 0 where they are equal, 1
        where all of one stand at one end of the scale and all of the other at the other. A blank is
        a pair of which one has no position.
      </p>
      <Filters {...viewing} />
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!data && !error && <div className="picture-wait" aria-busy="true" />}
      {data && (
        <>
          <div ref={picture} className="pictures">
            <DivergencePicture comparison={data.comparison} />
          </div>
          <MoreRows {...viewing} comparison={data.comparison} />
          <ExportButtons
            picture={() => picture.current}
            name="demarche-divergence"
            rows={() =>
              data.comparison.divergences.map(({ condition, a, b, distance, overlap }) => ({
                condition: condition.code,
                a: a.slug,
                b: b.slug,
                distance,
                overlap,
                revision: data.comparison.revision,
              }))
            }
          />
        </>
      )}
    </div>
  );
}
