import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ExplorerSearchDocument } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { counted } from '../words/vocabulary.ts';
import { Hit } from './hit.tsx';

/** What is longer than this is not said back as a whole. */
const LONG = /^(.{80}).+$/su;

/** What has the words that are sought, best first. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/search' });
  const echo = q.replace(LONG, '$1…');
  useTitle(q === '' ? 'Search' : `Search: ${echo}`);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...questionByPages(ExplorerSearchDocument, { query: q }, ({ search }) => search.pageInfo),
      placeholderData: keepPreviousData,
      enabled: q !== '',
    },
  );
  const total = data?.pages[0]?.search.totalCount;
  return (
    <div className="search-page">
      <h1>Search</h1>
      <p role="status">
        {q === ''
          ? 'Type above: words, “a phrase”, or -word for what is not wanted. Names are found in any spelling.'
          : total !== undefined && `${counted(total, 'result')} for ${echo}`}
      </p>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {q !== '' && (
        <ol className="hits">
          {data?.pages
            .flatMap(({ search }) => search.nodes)
            .map((hit, i) => (
              <li key={i}>
                <Hit hit={hit} />
              </li>
            ))}
        </ol>
      )}
      {q !== '' && <MoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />}
    </div>
  );
}
