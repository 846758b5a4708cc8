import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import {
  ExplorerMonthsDocument,
  ExplorerTimelineDocument,
  type ExplorerTimelineQuery,
  type PositionFilter,
} from '#src/client/generated/graphql.ts';
import { question } from '../api/ask.ts';
import { Trouble } from '../frame/trouble.tsx';
import { ExportButtons } from '../pictures/export-buttons.tsx';
import { counted, DISCREPANCY_WORD, numeral } from '../words/vocabulary.ts';
import { LanePicture } from './lane-picture.tsx';
import { momentRows, monthRows } from './lane-rows.ts';
import { LaneWait } from './lane-wait.tsx';
import { MomentsTable } from './moments-table.tsx';
import { MonthsPicture } from './months-picture.tsx';
import { MonthsTable } from './months-table.tsx';
import type { Moment } from './timeline.ts';
import { useIsSeen } from './use-is-seen.ts';

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
  const isSeen = useIsSeen(lane);
  const byDate = useQuery({
    ...question(ExplorerTimelineDocument, asked),
    enabled: isSeen,
  });
  const { data } = byDate;
  const { moments, shifts, revision } = data?.timeline ?? {};
  const isByMonth = moments?.pageInfo.hasNextPage === true;
  const byMonth = useQuery({
    ...question(ExplorerMonthsDocument, asked),
    enabled: isByMonth,
  });
  const months = byMonth.data?.comparison.rows[0]?.cells[0]?.trend;
  const isDrawn = moments !== undefined && (!isByMonth || months !== undefined);
  const failed = [byDate, byMonth].find(({ error }) => error !== null);
  const cell = `${actor.slug}:${condition}`;
  const rowsOf = { actor: actor.slug, condition, revision: revision ?? 0 };
  return (
    <section className="lane" aria-label={actor.name} ref={lane}>
      <h2>
        <Link to="/" search={(before) => ({ ...before, condition: undefined, cell })}>
          {actor.name}
        </Link>
      </h2>
      {failed && <Trouble error={failed.error} reset={() => void failed.refetch()} />}
      {!isDrawn && !failed && (
        <LaneWait key={JSON.stringify(asked)} ask={() => void byDate.refetch()} />
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
              <MonthsPicture name={actor.name} months={months} domain={domain} />
            ) : (
              <LanePicture
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
              {counted(moments.totalCount, 'date')}, {counted(shifts?.totalCount ?? 0, 'shift')},{' '}
              {clashes(data?.discrepancies)}
              {!months && leftOut(moments.nodes, data?.discrepancies.pairs)}
              {months &&
                '. A bar stands for the positions of a month at one level, those whose month is known; the line is their mean. Choose a month to see its dates, shifts and discrepancies.'}
            </p>
            <ExportButtons
              picture={() => picture.current}
              name={`demarche-${actor.slug}-${condition.toLowerCase()}`}
              rows={() => (months ? monthRows(months, rowsOf) : momentRows(moments.nodes, rowsOf))}
            />
          </div>
          <details className="as-table">
            <summary>As a table</summary>
            {months ? (
              <MonthsTable name={actor.name} months={months} />
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
  const total = counted(found?.pairs.totalCount ?? 0, 'discrepancy', 'discrepancies');
  if (kinds.length === 0) return total;
  const named = kinds.map(({ kind, count }) => `${numeral(count)} ${DISCREPANCY_WORD[kind]}`);
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
