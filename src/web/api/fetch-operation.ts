/** Questions to the server: each one of its persisted operations, asked by the typed client. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  type Answer,
  type AskOptions,
  createClient,
  type TypedDocument,
} from '#src/client/client.ts';
import { replaceInvisibleCharacters } from './replace-invisible-characters.ts';

const client = createClient({ url: new URL('/graphql', location.origin).href });

export type FailedAnswer = Exclude<Answer<unknown>, { readonly kind: 'data' }>;

/** What came in the place of an answer, for whoever shows it. */
export class OperationError extends Error {
  readonly answer: FailedAnswer;
  constructor(answer: FailedAnswer) {
    super(`not answered: ${answer.kind}`);
    this.name = 'Unanswered';
    this.answer = answer;
  }
}

/** A question as React Query takes it; given up when nobody waits for the answer any more. */
export function operationQuery<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
) {
  return queryOptions({
    queryKey: [document.__meta__?.['hash'], variables],
    queryFn: ({ signal }) => fetchOperation(document, variables, signal),
  });
}

/** The client asks for variables only where an operation has some; here they are always given. */
const askClient = client.ask as <Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  options: AskOptions,
) => Promise<Answer<Data>>;

async function fetchOperation<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  const answer = await askClient(document, variables, { signal });
  if (answer.kind === 'data') return replaceInvisibleCharacters(answer.data);
  throw new OperationError(answer);
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

/** A question whose answer comes in pages; `pageOf` finds the end of one. */
export function pagedOperationQuery<Data, Variables extends object>(
  document: TypedDocument<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pageOf: (data: Data) => PageInfo | undefined,
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
    getNextPageParam: (last) => {
      const page = pageOf(last);
      return page?.hasNextPage === true ? (page.endCursor ?? null) : null;
    },
  });
}
