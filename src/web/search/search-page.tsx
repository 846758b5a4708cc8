import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ExplorerSearchDocument } from '#src/client/generated/graphql.ts';
import { filterOf } from '../address/search-view.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { formatCount } from '../format/numbers.ts';
import { SearchFilters } from './search-filters.tsx';
import { SearchHit } from './search-hit.tsx';

/** Queries longer than 80 characters are shortened where they are shown. */
const LONG_QUERY = /^(.{80}).+$/su;

/** Results of the query in the address, best match first. */
export function SearchPage() {
  const { q = '', ...view } = useSearch({ from: '/search' });
  const navigate = useNavigate();
  const shownQuery = q.replace(LONG_QUERY, '$1…');
  usePageTitle(q === '' ? 'Search' : `Search: ${shownQuery}`);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      ...pagedOperationQuery(
        ExplorerSearchDocument,
        { query: q, filter: filterOf(view) },
        ({ search }) => search.pageInfo,
      ),
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
          ? 'Enter words, a “phrase”, or -word to exclude a word. Names match in every known spelling and script.'
          : total !== undefined && `${formatCount(total, 'result')} for ${shownQuery}`}
      </p>
      {q !== '' && data && (
        <SearchFilters
          facets={data.pages[0]?.search.facets}
          view={view}
          onChange={(next) =>
            void navigate({ to: '/search', search: { q, ...next }, replace: true })
          }
        />
      )}
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
