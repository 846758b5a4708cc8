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
import { MomentsTable } from './moments-table.tsx';
import { MonthsPicture } from './months-picture.tsx';
import { MonthsTable } from './months-table.tsx';
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
  const { data, error, refetch } = useQuery({
    ...question(ExplorerTimelineDocument, asked),
    enabled: isSeen,
  });
  const { moments, shifts, revision } = data?.timeline ?? {};
  const isByMonth = moments?.pageInfo.hasNextPage === true;
  const { data: byMonth } = useQuery({
    ...question(ExplorerMonthsDocument, asked),
    enabled: isByMonth,
  });
  const months = byMonth?.comparison.rows[0]?.cells[0]?.trend;
  const isDrawn = moments !== undefined && (!isByMonth || months !== undefined);
  const rowsOf = { actor: actor.slug, condition, revision: revision ?? 0 };
  return (
    <section className="lane" aria-label={actor.name} ref={lane}>
      <h2>
        <Link to="/" search={{ cell: `${actor.slug}:${condition}` }}>
          {actor.name}
        </Link>
      </h2>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!isDrawn && !error && <div className="lane-wait" aria-busy="true" />}
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
              {months &&
                '. A bar stands for the positions of a month at one level, those whose month is known; the line is their mean. Choose a month to see its dates.'}
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
              <MonthsTable months={months} />
            ) : (
              <MomentsTable moments={moments.nodes} shifts={shifts?.nodes ?? []} />
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
