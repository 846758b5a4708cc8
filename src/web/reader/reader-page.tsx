import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import {
  ExplorerDocumentDocument,
  ExplorerDocumentPositionsDocument,
} from '#src/client/generated/graphql.ts';
import { operationQuery, pagedOperationQuery } from '../api/fetch-operation.ts';
import { describeError } from '../components/describe-error.ts';
import { ErrorMessage } from '../components/error-message.tsx';
import { usePageTitle } from '../components/use-page-title.ts';
import { DocumentHeader } from './document-header.tsx';
import { DocumentText } from './document-text.tsx';
import { evidenceSpans } from './evidence-spans.ts';
import { PositionNotes } from './position-notes.tsx';
import { splitIntoBlocks } from './text-blocks.ts';

/** A document with the evidence of its positions marked in the text. */
export function ReaderPage() {
  const { reference } = useParams({ from: '/documents/$reference' });
  const { position: selected, at } = useSearch({ from: '/documents/$reference' });
  const { data, error, refetch } = useQuery(
    operationQuery(ExplorerDocumentDocument, { reference }),
  );
  usePageTitle(error ? describeError(error).title : reference);
  const pages = useInfiniteQuery(
    pagedOperationQuery(
      ExplorerDocumentPositionsDocument,
      { reference },
      ({ document }) => document?.positions.pageInfo,
    ),
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const positions = useMemo(
    () =>
      (pages.data?.pages ?? [])
        .flatMap(({ document }) => document?.positions.nodes ?? [])
        .toSorted((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0)),
    [pages.data],
  );
  const document = data?.document;
  const isLoaded = document != null && (positions.length > 0 || pages.isSuccess);
  useEffect(() => {
    if (!isLoaded) return;
    const mark = window.document.querySelector<HTMLElement>(
      selected === undefined ? `[data-start="${at ?? ''}"]` : 'mark.selected',
    );
    if (mark === null) return;
    mark.scrollIntoView({ block: 'center' });
    // Keyboard and screen reader users continue from there.
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    window.document.querySelector('.notes [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [isLoaded, selected, at]);

  if (error) return <ErrorMessage isPage error={error} reset={() => void refetch()} />;
  if (document == null) return <div className="reader-loading" aria-busy="true" />;
  return (
    <div className="reader">
      <DocumentHeader document={document} />
      {pages.error && <ErrorMessage error={pages.error} reset={() => void pages.refetch()} />}
      <div className="reader-body">
        <DocumentText
          text={document.text}
          language={document.language ?? undefined}
          blocks={splitIntoBlocks(document)}
          spans={evidenceSpans(positions)}
          positions={positions}
          selected={selected}
        />
        <PositionNotes positions={positions} selected={selected} reference={reference} />
      </div>
    </div>
  );
}
