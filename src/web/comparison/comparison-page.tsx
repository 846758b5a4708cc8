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

/** The matrix of actors by conditions, and the evidence behind the open cell. */
export function ComparisonPage() {
  usePageTitle('Comparison');
  const controls = useView((changed) =>
    prefetchWhenIdle(ExplorerMatrixDocument, comparisonVariables(changed)),
  );
  const { cell } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const open = useCallback(
    (next: string | undefined) =>
      void navigate({
        search: (before) => ({ ...before, cell: next }),
        resetScroll: false,
      }),
    [navigate],
  );
  const [actor, condition] = cell?.split(':') ?? [];
  return (
    <div className="comparison-page">
      <div className="heading">
        <h1>Stances by actor and condition</h1>
        <StanceLegend />
      </div>
      <Filters {...controls} />
      <ComparisonResult {...controls} openCell={cell} onOpen={open} />
      {actor !== undefined && condition !== undefined && (
        <EvidencePanel
          actor={actor}
          condition={condition}
          view={controls.view}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}
