/** Persisted operations as React Query options, sent by the typed client. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  type Answer,
  type AskOptions,
  createClient,
  type TypedDocument,
} from '#src/client/client.ts';
import { replaceInvisibleCharacters } from './replace-invisible-characters.ts';

const client = createClient({ url: new URL('/graphql', location.origin).href });

/** An answer without complete data. */
export type FailedAnswer = Exclude<Answer<unknown>, { readonly kind: 'data' }>;

/** Thrown by queries whose operation failed; `ErrorMessage` describes it. */
export class OperationError extends Error {
  readonly answer: FailedAnswer;
  constructor(answer: FailedAnswer) {
    super(`operation failed: ${answer.kind}`);
    this.name = 'OperationError';
    this.answer = answer;
  }
}

/** Query options for an operation. The request is aborted when no component needs it any more. */
export function operationQuery<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
) {
  return queryOptions({
    queryKey: [document.__meta__?.['hash'], variables],
    queryFn: ({ signal }) => fetchOperation(document, variables, signal),
  });
}

/** `client.ask` with variables always required: its conditional arguments do not resolve for a generic operation. */
const ask = client.ask as <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  options: AskOptions,
) => Promise<Answer<Data>>;

async function fetchOperation<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  const answer = await ask(document, variables, { signal });
  if (answer.kind === 'data') return replaceInvisibleCharacters(answer.data);
  throw new OperationError(answer);
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

/** Infinite query options for an operation with a connection, whose page info `pageInfoOf` returns. */
export function pagedOperationQuery<Data, Variables extends object>(
  document: TypedDocument<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pageInfoOf: (data: Data) => PageInfo | undefined,
) {
  return infiniteQueryOptions({
    queryKey: [document.__meta__?.['hash'], variables, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      fetchOperation(
        document,
        { ...variables, ...(pageParam !== null && { after: pageParam }) } as Variables,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (lastPage) => {
      const pageInfo = pageInfoOf(lastPage);
      return pageInfo?.hasNextPage === true ? (pageInfo.endCursor ?? null) : null;
    },
  });
}
