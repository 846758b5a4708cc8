import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExplorerMatrixDocument, ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { question } from '../api/ask.ts';
import { harmless } from '../api/harmless.ts';
import { useLatestAnswer } from '../api/use-latest-answer.ts';
import { Filters } from '../filters/filters.tsx';
import { MoreRows } from '../frame/more-rows.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { useView } from '../view/use-view.ts';
import { filterOf, matrixOf } from '../view/view.ts';
import { timeOf } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { Lane } from './lane.tsx';
import { TimeLegend } from './time-legend.tsx';

/** Stances on one condition over time, a lane for each actor. */
export function TimePage() {
  const viewing = useView();
  const { condition: asked } = useSearch({ from: '/time' });
  const navigate = useNavigate({ from: '/time' });
  const { view } = viewing;
  const { data: overview } = useQuery(question(ExplorerOverviewDocument, {}));
  const { data, error, refetch } = useLatestAnswer(ExplorerMatrixDocument, matrixOf(view));
  const conditions = data?.comparison.conditions ?? [];
  const at = asked === undefined ? 0 : conditions.findIndex(({ code }) => code === asked);
  const condition = conditions[at];
  useTitle(condition === undefined ? 'Time' : `${condition.title} over time`);
  const lanes = data?.comparison.rows.filter(({ cells }) => (cells[at]?.count ?? 0) > 0) ?? [];
  const months = overview?.comparison.trend;
  const domain = [
    timeOf(view.from ?? months?.[0]?.from ?? '2000-01-01'),
    timeOf(view.to ?? months?.at(-1)?.to ?? '2000-12-31'),
  ] as const;
  return (
    <div className="picture-page">
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
        <div className="trouble" role="alert">
          <h2>
            There is no condition <Plain text={harmless(asked)} />
          </h2>
          <p>Choose one of the conditions above.</p>
        </div>
      )}
      {condition && <p className="proposition">{condition.proposition}</p>}
      <Filters {...viewing} />
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {(!data || !months) && !error && <div className="picture-wait" aria-busy="true" />}
      {condition && months && (
        <>
          <TimeLegend />
          {lanes.length === 0 && <p className="nothing">No position on it passes these filters.</p>}
          {lanes.map(({ actor }) => (
            <Lane
              key={actor.slug}
              actor={actor}
              condition={condition.code}
              filter={filterOf(view)}
              domain={domain}
            />
          ))}
          {data && (
            <MoreRows
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
