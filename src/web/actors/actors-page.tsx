import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { ExplorerActorsDocument } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { ACTOR_KIND_WORD, counted, numeral } from '../words/vocabulary.ts';

/** All actors, those that hold the most positions themselves first. */
export function ActorsPage() {
  useTitle('Actors');
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...questionByPages(
        ExplorerActorsDocument,
        name === '' ? {} : { filter: { name } },
        ({ actors }) => actors.pageInfo,
      ),
      placeholderData: keepPreviousData,
    },
  );
  return (
    <div className="list-page">
      <h1>{data ? counted(data.pages[0]?.actors.totalCount ?? 0, 'actor') : 'Actors'}</h1>
      <label className="seek">
        <span>Name, in any spelling</span>
        <input type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!data && !error && <div className="list-wait" aria-busy="true" />}
      <ul className="entries">
        {data?.pages
          .flatMap(({ actors }) => actors.nodes)
          .map(({ slug, name: called, kind, aliases, heldCount, positions }) => (
            <li key={slug}>
              <Link to="/actors/$slug" params={{ slug }}>
                {called}
              </Link>
              <p className="facts">
                {ACTOR_KIND_WORD[kind]}, {counted(heldCount, 'position')} of its own
                {positions.totalCount > heldCount &&
                  `, ${numeral(positions.totalCount)} with those that spoke for it`}
                {aliases.length > 0 && `; also ${aliases.join('; ')}`}
              </p>
            </li>
          ))}
      </ul>
      <MoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
