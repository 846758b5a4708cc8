import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExplorerMatrixDocument, ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { comparisonVariables, positionFilter } from '../address/view-variables.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { replaceInvisibleCharacters } from '../api/replace-invisible-characters.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
import { EmptyResult } from '../components/empty-result.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { IsolatedText } from '../components/isolated-text.tsx';
import { ShowMoreActors } from '../components/show-more-actors.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { Filters } from '../filters/filters.tsx';
import { parseDay } from '../format/dates.ts';
import { Lane } from './lane.tsx';
import { TimelineLegend } from './timeline-legend.tsx';

/** Stances on one condition over time, a lane for each actor. */
export function TimelinePage() {
  const controls = useView();
  const { condition: requestedCode } = useSearch({ from: '/time' });
  const navigate = useNavigate({ from: '/time' });
  const { view } = controls;
  const { data: overview } = useQuery(operationQuery(ExplorerOverviewDocument, {}));
  const { data, error, refetch } = useLatestQuery(
    ExplorerMatrixDocument,
    comparisonVariables(view),
  );
  const conditions = data?.comparison.conditions ?? [];
  const index =
    requestedCode === undefined ? 0 : conditions.findIndex(({ code }) => code === requestedCode);
  const condition = conditions[index];
  usePageTitle(condition === undefined ? 'Timeline' : `${condition.title} over time`);
  const lanes = data?.comparison.rows.filter(({ cells }) => (cells[index]?.count ?? 0) > 0) ?? [];
  const months = overview?.comparison.trend;
  const domain = [
    parseDay(view.from ?? months?.[0]?.from ?? '2000-01-01'),
    parseDay(view.to ?? months?.at(-1)?.to ?? '2000-12-31'),
  ] as const;
  return (
    <div className="chart-page">
      <h1>{condition === undefined ? 'Timeline' : `${condition.title}: stances over time`}</h1>
      <div className="tabs" role="group" aria-label="Condition">
        {conditions.map(({ code, title }) => (
          <button
            key={code}
            type="button"
            aria-pressed={code === condition?.code}
            onClick={() =>
              void navigate({
                search: (before) => ({ ...before, condition: code }),
                resetScroll: false,
              })
            }
          >
            {title}
          </button>
        ))}
      </div>
      {data && requestedCode !== undefined && condition === undefined && (
        <div className="error-message" role="alert">
          <h2>
            Condition not found: <IsolatedText text={replaceInvisibleCharacters(requestedCode)} />
          </h2>
          <p>Select one of the conditions above.</p>
        </div>
      )}
      {condition && <p className="proposition">{condition.proposition}</p>}
      <Filters {...controls} />
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {(!data || !months) && !error && <div className="chart-loading" aria-busy="true" />}
      {condition && months && (
        <>
          <TimelineLegend />
          {lanes.length === 0 && (
            <EmptyResult message="No positions on this condition match these filters." />
          )}
          {lanes.map(({ actor }) => (
            <Lane
              key={actor.slug}
              actor={actor}
              condition={condition.code}
              filter={positionFilter(view)}
              domain={domain}
            />
          ))}
          {data && (
            <ShowMoreActors
              {...controls}
              shown={data.comparison.rows.length}
              total={data.comparison.actorCount}
            />
          )}
        </>
      )}
    </div>
  );
}
