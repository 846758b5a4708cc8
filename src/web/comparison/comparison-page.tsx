import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ExplorerMatrixDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { comparisonVariables } from '../address/view-variables.ts';
import { prefetchWhenIdle } from '../api/use-latest-query.ts';
import { StanceLegend } from '../charts/stance-legend.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { EvidencePanel } from '../evidence/evidence-panel.tsx';
import { Filters } from '../filters/filters.tsx';
import { ComparisonResult } from './comparison-result.tsx';

/** Who stands where: actors by conditions, and the words behind each cell. */
export function ComparisonPage() {
  usePageTitle('Matrix');
  const viewing = useView((moved) =>
    prefetchWhenIdle(ExplorerMatrixDocument, comparisonVariables(moved)),
  );
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
      <ComparisonResult {...viewing} opened={cell} onOpen={open} />
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
