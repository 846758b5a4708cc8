import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { askEarly } from '../api/use-latest-answer.ts';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { Filters } from '../filters/filters.tsx';
import { useTitle } from '../frame/use-title.ts';
import { StanceLegend } from '../pictures/legend.tsx';
import { useView } from '../view/use-view.ts';
import { matrixOf } from '../view/view.ts';
import { LatestMatrix } from './latest-matrix.tsx';

/** Who stands where: actors by conditions, and the words behind each cell. */
export function MatrixPage() {
  useTitle('Matrix');
  const viewing = useView((moved) => askEarly(ExplorerMatrixDocument, matrixOf(moved)));
  const { cell } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const open = useCallback(
    (opened: string | undefined) =>
      void navigate({
        search: (before) => ({ ...before, cell: opened }),
        resetScroll: false,
      }),
    [navigate],
  );
  const [actor, condition] = cell?.split(':') ?? [];
  return (
    <div className="matrix-page">
      <div className="heading">
        <h1>Who stands where</h1>
        <StanceLegend />
      </div>
      <Filters {...viewing} />
      <LatestMatrix {...viewing} opened={cell} onOpen={open} />
      {actor !== undefined && condition !== undefined && (
        <EvidencePanel
          actor={actor}
          condition={condition}
          view={viewing.view}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}
