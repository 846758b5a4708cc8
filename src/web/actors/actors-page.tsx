import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { ExplorerActorsDocument } from '#src/client/generated/graphql.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { ACTOR_KIND_LABEL } from '../format/enum-labels.ts';
import { formatCount, formatNumber } from '../format/numbers.ts';

/** All actors, by number of positions that they hold themselves. */
export function ActorsPage() {
  usePageTitle('Actors');
  const [input, setInput] = useState('');
  const name = useDeferredValue(input.trim());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...pagedOperationQuery(
        ExplorerActorsDocument,
        name === '' ? {} : { filter: { name } },
        ({ actors }) => actors.pageInfo,
      ),
      placeholderData: keepPreviousData,
    },
  );
  return (
    <div className="list-page">
      <h1>{data ? formatCount(data.pages[0]?.actors.totalCount ?? 0, 'actor') : 'Actors'}</h1>
      <label className="search-field">
        <span>Name, in any spelling</span>
        <input type="search" value={input} onChange={({ target }) => setInput(target.value)} />
      </label>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!data && !error && <div className="list-loading" aria-busy="true" />}
      <ul className="entries">
        {data?.pages
          .flatMap(({ actors }) => actors.nodes)
          .map(({ slug, name: actorName, kind, aliases, heldCount, positions }) => (
            <li key={slug}>
              <Link to="/actors/$slug" params={{ slug }}>
                {actorName}
              </Link>
              <p className="facts">
                {ACTOR_KIND_LABEL[kind]}, {formatCount(heldCount, 'own position')}
                {positions.totalCount > heldCount &&
                  `, ${formatNumber(positions.totalCount)} including members`}
                {aliases.length > 0 && `; also spelled ${aliases.join('; ')}`}
              </p>
            </li>
          ))}
      </ul>
      <LoadMoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
