import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ExplorerSearchDocument } from '#src/client/generated/graphql.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { formatCount } from '../format/numbers.ts';
import { SearchHit } from './search-hit.tsx';

/** What is longer than this is not said back as a whole. */
const LONG = /^(.{80}).+$/su;

/** What has the words that are sought, best first. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/search' });
  const echo = q.replace(LONG, '$1…');
  usePageTitle(q === '' ? 'Search' : `Search: ${echo}`);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...pagedOperationQuery(ExplorerSearchDocument, { query: q }, ({ search }) => search.pageInfo),
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
          : total !== undefined && `${formatCount(total, 'result')} for ${echo}`}
      </p>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {q !== '' && (
        <ol className="hits">
          {data?.pages
            .flatMap(({ search }) => search.nodes)
            .map((hit, i) => (
              <li key={i}>
                <SearchHit hit={hit} />
              </li>
            ))}
        </ol>
      )}
      {q !== '' && <LoadMoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />}
    </div>
  );
}
