import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { ExplorerTimelineDocument, type PositionFilter } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { ExportButtons } from '../pictures/export-buttons.tsx';
import { dateText, dayText } from '../words/dates.ts';
import { counted, DISCREPANCY_WORD, STANCE_WORD, signed } from '../words/vocabulary.ts';
import { LanePicture } from './lane-picture.tsx';

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
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    questionByPages(
      ExplorerTimelineDocument,
      { actor: actor.slug, condition, filter },
      ({ timeline }) => timeline.moments.pageInfo,
    ),
  );
  const first = data?.pages[0];
  const moments = data?.pages.flatMap(({ timeline }) => timeline.moments.nodes) ?? [];
  return (
    <section className="lane" aria-label={actor.name}>
      <h2>
        <Link to="/" search={{ cell: `${actor.slug}:${condition}` }}>
          {actor.name}
        </Link>
      </h2>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!first && !error && <div className="lane-wait" aria-busy="true" />}
      {first && (
        <>
          <div
            ref={picture}
            className="lane-scroll"
            role="group"
            aria-label={`${actor.name} over time`}
            // On a narrow screen it is moved sideways, with the keyboard too.
            tabIndex={0}
          >
            <LanePicture
              name={actor.name}
              moments={moments}
              shifts={first.timeline.shifts.nodes}
              pairs={first.discrepancies.pairs.nodes}
              domain={domain}
            />
          </div>
          <div className="lane-foot">
            <p className="facts">
              {counted(first.timeline.moments.totalCount, 'date')},{' '}
              {counted(first.timeline.shifts.totalCount, 'shift')},{' '}
              {counted(first.discrepancies.pairs.totalCount, 'discrepancy', 'discrepancies')}
              {first.discrepancies.counts.some(({ count }) => count > 0) &&
                ` (${first.discrepancies.counts
                  .filter(({ count }) => count > 0)
                  .map(({ kind, count }) => `${count} ${DISCREPANCY_WORD[kind]}`)
                  .join(', ')})`}
            </p>
            <ExportButtons
              picture={() => picture.current}
              name={`demarche-${actor.slug}-${condition.toLowerCase()}`}
              rows={() =>
                moments.map((moment) => ({
                  actor: actor.slug,
                  condition,
                  stated_on: moment.statedOn,
                  precision: moment.statedOnPrecision,
                  on_or_before: String(moment.onOrBefore),
                  median: moment.median,
                  positions: moment.positions.totalCount,
                  revision: first.timeline.revision,
                }))
              }
            />
          </div>
          <MoreButton
            {...{ hasNextPage, isFetchingNextPage, fetchNextPage }}
            name={`${moments.length} of ${first.timeline.moments.totalCount} dates are drawn: draw more`}
          />
          <details className="as-table">
            <summary>As a table</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">Date</th>
                  <th scope="col">Stance</th>
                  <th scope="col">Positions</th>
                </tr>
              </thead>
              <tbody>
                {moments.map((moment) => (
                  <tr key={`${moment.statedOn} ${moment.statedOnPrecision} ${moment.onOrBefore}`}>
                    <td>{dateText(moment)}</td>
                    <td>{signed(moment.median)}</td>
                    <td>
                      <ul>
                        {moment.positions.nodes.map(({ id, summary, stance, holder, document }) => (
                          <li key={id}>
                            <Link
                              to="/documents/$reference"
                              params={{ reference: document.reference }}
                              search={{ position: id }}
                            >
                              {holder.name} {STANCE_WORD[stance]}
                            </Link>
                            : {summary}
                          </li>
                        ))}
                        {moment.positions.totalCount > moment.positions.nodes.length && (
                          <li>
                            and {moment.positions.totalCount - moment.positions.nodes.length} more
                          </li>
                        )}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {first.timeline.shifts.nodes.length > 0 && (
              <>
                <h3>Shifts</h3>
                <ul>
                  {first.timeline.shifts.nodes.map(({ from, to, before, after, certain }) => (
                    <li key={`${before.statedOn} ${after.statedOn}`}>
                      From {signed(from)} to {signed(to)}, between {dayText(before.statedOn)} and{' '}
                      {dayText(after.statedOn)}
                      {!certain && ', if the dates are in that order'}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </details>
        </>
      )}
    </section>
  );
}
