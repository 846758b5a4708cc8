import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExplorerMatrixDocument, ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { useView } from '../address/use-view.ts';
import { comparisonVariables, positionFilter } from '../address/view-variables.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { replaceInvisibleCharacters } from '../api/replace-invisible-characters.ts';
import { useLatestQuery } from '../api/use-latest-query.ts';
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
  const viewing = useView();
  const { condition: asked } = useSearch({ from: '/time' });
  const navigate = useNavigate({ from: '/time' });
  const { view } = viewing;
  const { data: overview } = useQuery(operationQuery(ExplorerOverviewDocument, {}));
  const { data, error, refetch } = useLatestQuery(
    ExplorerMatrixDocument,
    comparisonVariables(view),
  );
  const conditions = data?.comparison.conditions ?? [];
  const at = asked === undefined ? 0 : conditions.findIndex(({ code }) => code === asked);
  const condition = conditions[at];
  usePageTitle(condition === undefined ? 'Time' : `${condition.title} over time`);
  const lanes = data?.comparison.rows.filter(({ cells }) => (cells[at]?.count ?? 0) > 0) ?? [];
  const months = overview?.comparison.trend;
  const domain = [
    parseDay(view.from ?? months?.[0]?.from ?? '2000-01-01'),
    parseDay(view.to ?? months?.at(-1)?.to ?? '2000-12-31'),
  ] as const;
  return (
    <div className="chart-page">
      <h1>{condition === undefined ? 'Over time' : `${condition.title}, over time`}</h1>
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
      {data && asked !== undefined && condition === undefined && (
        <div className="error-message" role="alert">
          <h2>
            There is no condition <IsolatedText text={replaceInvisibleCharacters(asked)} />
          </h2>
          <p>Choose one of the conditions above.</p>
        </div>
      )}
      {condition && <p className="proposition">{condition.proposition}</p>}
      <Filters {...viewing} />
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {(!data || !months) && !error && <div className="chart-loading" aria-busy="true" />}
      {condition && months && (
        <>
          <TimelineLegend />
          {lanes.length === 0 && (
            <p className="empty-result">No position on it passes these filters.</p>
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
              {...viewing}
              shown={data.comparison.rows.length}
              all={data.comparison.actorCount}
            />
          )}
        </>
      )}
    </div>
  );
}
