import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import {
  ExplorerMonthsDocument,
  ExplorerTimelineDocument,
  type PositionFilter,
} from '#src/client/generated/graphql.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { ExportButtons } from '../charts/export-buttons.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { UnsettledNote } from '../components/unsettled-note.tsx';
import { formatCount, formatUncertainParty } from '../format/numbers.ts';
import { DeferredLaneRequest } from './deferred-lane-request.tsx';
import { LaneChart } from './lane-chart.tsx';
import { momentCsvLines, monthCsvLines } from './lane-csv.ts';
import { describeDiscrepancies, describeOmissions } from './lane-summary.ts';
import { MomentsTable } from './moments-table.tsx';
import { MonthlyChart } from './monthly-chart.tsx';
import { MonthlyTable } from './monthly-table.tsx';
import { useInViewport } from './use-in-viewport.ts';

interface LaneProps {
  readonly actor: { readonly slug: string; readonly name: string };
  readonly condition: string;
  readonly filter: PositionFilter;
  /** Start and end of the time axis, in milliseconds. */
  readonly domain: readonly [number, number];
}

/** One actor's stances on a condition over time, with shifts and discrepancies. */
export function Lane({ actor, condition, filter, domain }: LaneProps) {
  const chart = useRef<HTMLDivElement>(null);
  const lane = useRef<HTMLElement>(null);
  const variables = { actor: actor.slug, condition, filter };
  const isInView = useInViewport(lane);
  const byDate = useQuery({
    ...operationQuery(ExplorerTimelineDocument, variables),
    enabled: isInView,
  });
  const { data } = byDate;
  const { moments, shifts, revision, uncertainPartyCount = 0 } = data?.timeline ?? {};
  const isByMonth = moments?.pageInfo.hasNextPage === true;
  const byMonth = useQuery({
    ...operationQuery(ExplorerMonthsDocument, variables),
    enabled: isByMonth,
  });
  const months = byMonth.data?.comparison.rows[0]?.cells[0]?.trend;
  const isLoaded = moments !== undefined && (!isByMonth || months !== undefined);
  const failed = [byDate, byMonth].find(({ error }) => error !== null);
  const cell = `${actor.slug}:${condition}`;
  const comparedActors = { actor: actor.slug, condition, revision: revision ?? 0 };
  return (
    <section className="lane" aria-label={actor.name} ref={lane}>
      <h2>
        <Link to="/" search={(before) => ({ ...before, condition: undefined, cell })}>
          {actor.name}
        </Link>
      </h2>
      {failed && <ErrorMessage error={failed.error} reset={() => void failed.refetch()} />}
      {!isLoaded && !failed && (
        <DeferredLaneRequest
          key={JSON.stringify(variables)}
          request={() => void byDate.refetch()}
        />
      )}
      {isLoaded && (
        <>
          <div
            ref={chart}
            className="lane-scroll"
            role="group"
            aria-label={`${actor.name} over time`}
            // Scrolls sideways on narrow screens, also with the keyboard.
            tabIndex={0}
          >
            {months ? (
              <MonthlyChart name={actor.name} months={months} domain={domain} />
            ) : (
              <LaneChart
                name={actor.name}
                moments={moments.nodes}
                shifts={shifts?.nodes ?? []}
                pairs={data?.discrepancies.pairs.nodes ?? []}
                domain={domain}
              />
            )}
          </div>
          <div className="lane-foot">
            <p className="facts">
              {formatCount(moments.totalCount, 'date')},{' '}
              {formatCount(shifts?.totalCount ?? 0, 'shift')},{' '}
              {describeDiscrepancies(data?.discrepancies)}
              {!months && describeOmissions(moments.nodes, data?.discrepancies.pairs)}
              {uncertainPartyCount > 0 && `. ${formatUncertainParty(uncertainPartyCount)}`}
              {months &&
                '. Bars show the positions of each month by stance, if their month is known; the line is the mean. Select a month to see its dates, shifts and discrepancies.'}
            </p>
            <ExportButtons
              chart={() => chart.current}
              name={`demarche-${actor.slug}-${condition.toLowerCase()}`}
              lines={() =>
                months
                  ? monthCsvLines(months, comparedActors)
                  : momentCsvLines(moments.nodes, comparedActors)
              }
            />
          </div>
          <UnsettledNote count={data?.timeline.unsettledDocumentCount ?? 0} />
          <details className="data-table">
            <summary>Show as table</summary>
            {months ? (
              <MonthlyTable name={actor.name} months={months} />
            ) : (
              <MomentsTable
                name={actor.name}
                cell={cell}
                moments={moments.nodes}
                shifts={shifts?.nodes ?? []}
              />
            )}
          </details>
        </>
      )}
    </section>
  );
}
