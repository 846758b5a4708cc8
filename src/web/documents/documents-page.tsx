import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExplorerDocumentsDocument } from '#src/client/generated/graphql.ts';
import { questionByPages } from '../api/ask.ts';
import { MoreButton } from '../frame/more-button.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useTitle } from '../frame/use-title.ts';
import { dayText } from '../words/dates.ts';
import { Plain } from '../words/plain.tsx';
import { counted, DOCUMENT_KIND_WORD } from '../words/vocabulary.ts';

/** All documents, by date. */
export function DocumentsPage() {
  useTitle('Documents');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    questionByPages(ExplorerDocumentsDocument, {}, ({ documents }) => documents.pageInfo),
  );
  return (
    <div className="list-page">
      <h1>{data ? counted(data.pages[0]?.documents.totalCount ?? 0, 'document') : 'Documents'}</h1>
      {error && <Trouble error={error} reset={() => void refetch()} />}
      {!data && !error && <div className="list-wait" aria-busy="true" />}
      <ul className="entries">
        {data?.pages
          .flatMap(({ documents }) => documents.nodes)
          .map((document) => (
            <li key={document.reference}>
              <Link to="/documents/$reference" params={{ reference: document.reference }}>
                <Plain text={document.title ?? document.reference} />
              </Link>
              <p className="facts">
                {DOCUMENT_KIND_WORD[document.kind]} {document.reference}
                {document.createdAt != null && `, ${dayText(document.createdAt)}`},{' '}
                {counted(document.positions.totalCount, 'position')}
                {document.textCoverage === 'EXCERPTS' && ', excerpts only'}
              </p>
            </li>
          ))}
      </ul>
      <MoreButton {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </div>
  );
}
