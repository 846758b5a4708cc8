import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExplorerDocumentsDocument } from '#src/client/generated/graphql.ts';
import { pagedOperationQuery } from '../api/fetch-operation.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { IsolatedText } from '../components/isolated-text.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { formatDate } from '../format/dates.ts';
import { DOCUMENT_KIND_LABEL } from '../format/enum-labels.ts';
import { formatCount } from '../format/numbers.ts';

/** All documents, oldest first, each with its number of coded positions. */
export function DocumentsPage() {
  usePageTitle('Documents');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    pagedOperationQuery(ExplorerDocumentsDocument, {}, ({ documents }) => documents.pageInfo),
  );
  return (
    <div className="list-page">
      <h1>
        {data ? formatCount(data.pages[0]?.documents.totalCount ?? 0, 'document') : 'Documents'}
      </h1>
      {error && <ErrorMessage error={error} reset={() => void refetch()} />}
      {!data && !error && <div className="list-loading" aria-busy="true" />}
      <ul className="entries">
        {data?.pages
          .flatMap(({ documents }) => documents.nodes)
          .map((document) => (
            <li key={document.reference}>
              <Link to="/documents/$reference" params={{ reference: document.reference }}>
                <IsolatedText text={document.title ?? document.reference} />
              </Link>
              <p className="facts">
                {DOCUMENT_KIND_LABEL[document.kind]} {document.reference}
                {document.createdAt != null && `, ${formatDate(document.createdAt)}`},{' '}
                {document.positions.totalCount === 0
                  ? 'no coded positions'
                  : formatCount(document.positions.totalCount, 'position')}
                {document.textCoverage === 'EXCERPTS' && ', excerpts only'}
              </p>
            </li>
          ))}
      </ul>
      <LoadMoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
