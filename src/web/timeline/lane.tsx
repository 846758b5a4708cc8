import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import {
  ExplorerMonthsDocument,
  ExplorerTimelineDocument,
  type ExplorerTimelineQuery,
  type PositionFilter,
} from '#src/client/generated/graphql.ts';
import { operationQuery } from '../api/fetch-operation.ts';
import { ExportButtons } from '../charts/export-buttons.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { DISCREPANCY_LABEL } from '../format/enum-labels.ts';
import { formatCount, formatNumber } from '../format/numbers.ts';
import { DeferredLaneRequest } from './deferred-lane-request.tsx';
import { LaneChart } from './lane-chart.tsx';
import { momentCsvLines, monthCsvLines } from './lane-csv.ts';
import { MomentsTable } from './moments-table.tsx';
import { MonthlyChart } from './monthly-chart.tsx';
import { MonthlyTable } from './monthly-table.tsx';
import type { Moment } from './timeline-types.ts';
import { useInViewport } from './use-in-viewport.ts';

interface Shown {
  readonly actor: { readonly slug: string; readonly name: string };
  readonly condition: string;
  readonly filter: PositionFilter;
  /** First and last time, in milliseconds. */
  readonly domain: readonly [number, number];
}

/** One actor's stances on a condition by date: where they moved, and where accounts of them clash. */
export function Lane({ actor, condition, filter, domain }: Shown) {
  const picture = useRef<HTMLDivElement>(null);
  const lane = useRef<HTMLElement>(null);
  const asked = { actor: actor.slug, condition, filter };
  const isSeen = useInViewport(lane);
  const byDate = useQuery({
    ...operationQuery(ExplorerTimelineDocument, asked),
    enabled: isSeen,
  });
  const { data } = byDate;
  const { moments, shifts, revision } = data?.timeline ?? {};
  const isByMonth = moments?.pageInfo.hasNextPage === true;
  const byMonth = useQuery({
    ...operationQuery(ExplorerMonthsDocument, asked),
    enabled: isByMonth,
  });
  const months = byMonth.data?.comparison.rows[0]?.cells[0]?.trend;
  const isDrawn = moments !== undefined && (!isByMonth || months !== undefined);
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
      {!isDrawn && !failed && (
        <DeferredLaneRequest key={JSON.stringify(asked)} ask={() => void byDate.refetch()} />
      )}
      {isDrawn && (
        <>
          <div
            ref={picture}
            className="lane-scroll"
            role="group"
            aria-label={`${actor.name} over time`}
            // On a narrow screen it is moved sideways, with the keyboard too.
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
              {formatCount(shifts?.totalCount ?? 0, 'shift')}, {clashes(data?.discrepancies)}
              {!months && leftOut(moments.nodes, data?.discrepancies.pairs)}
              {months &&
                '. A bar stands for the positions of a month at one level, those whose month is known; the line is their mean. Choose a month to see its dates, shifts and discrepancies.'}
            </p>
            <ExportButtons
              picture={() => picture.current}
              name={`demarche-${actor.slug}-${condition.toLowerCase()}`}
              lines={() =>
                months
                  ? monthCsvLines(months, comparedActors)
                  : momentCsvLines(moments.nodes, comparedActors)
              }
            />
          </div>
          <details className="data-table">
            <summary>As a table</summary>
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

/** How often accounts clash, and how. */
function clashes(found: ExplorerTimelineQuery['discrepancies'] | undefined): string {
  const kinds = found?.counts.filter(({ count }) => count > 0) ?? [];
  const total = formatCount(found?.pairs.totalCount ?? 0, 'discrepancy', 'discrepancies');
  if (kinds.length === 0) return total;
  const named = kinds.map(({ kind, count }) => `${formatNumber(count)} ${DISCREPANCY_LABEL[kind]}`);
  return `${total} (${named.join(', ')})`;
}

/** What the picture of a lane does not show. */
function leftOut(
  moments: readonly Moment[],
  pairs: ExplorerTimelineQuery['discrepancies']['pairs'] | undefined,
): string {
  const drawn = pairs?.nodes.length ?? 0;
  const most = Math.max(0, ...moments.map(({ positions }) => positions.nodes.length));
  const isCut = moments.some(({ positions }) => positions.totalCount > positions.nodes.length);
  return [
    (pairs?.totalCount ?? 0) > drawn && `. Arcs join the first ${drawn} discrepancies`,
    isCut && `. Of a date with more than ${most} positions, marks stand for the first ${most}`,
  ]
    .filter(Boolean)
    .join('');
}
