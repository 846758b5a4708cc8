/** `demarche/client`: sends typed operations to a Démarche server over `fetch`. */
import { getRequest, postRequest, type Request } from './build-request.ts';
import { startDeadline } from './deadline.ts';
import type { Answer } from './parse-response.ts';
import { type SendOptions, sendWithRetries } from './send-with-retries.ts';
import { documentHash, documentText, type TypedDocument } from './typed-document.ts';

export type { Answer, GraphQLProblem } from './parse-response.ts';
export type { TypedDocument } from './typed-document.ts';

/** Options of `createClient`. Only `url` is required. */
export interface ClientOptions {
  /** The server's GraphQL endpoint: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Maximum milliseconds for one `ask`, retries included. Default: 30 000. */
  readonly timeoutMs?: number;
  /** Maximum number of retries after a transient failure. Default: 3. */
  readonly retries?: number;
  /** Milliseconds before the first retry; doubles with each retry. Default: 250. */
  readonly backoffMs?: number;
  /** Whether to send persisted operations by hash. Default: true. */
  readonly persisted?: boolean;
  /** Prints a document that does not carry its source text: `print` from `graphql`. */
  readonly print?: (document: never) => string;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Options of one `ask`. */
export interface AskOptions {
  /** Aborts the request; `ask` then resolves to `{ kind: 'aborted' }`. */
  readonly signal?: AbortSignal;
  /** Overrides the client's `timeoutMs`. */
  readonly timeoutMs?: number;
}

/** Variables are optional where the operation requires none. */
type AskArguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: AskOptions]
    : [variables: Variables, options?: AskOptions];

/** A client of one server, made by `createClient`. */
export interface Client {
  /**
   * Sends an operation and resolves to its data or to the kind of failure. Never rejects, except with a
   * `TypeError` on a document without text when `print` is not set.
   */
  readonly ask: <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...rest: AskArguments<Variables>
  ) => Promise<Answer<Data>>;
}

/** Longest URL that is sent by GET; many servers and proxies reject longer ones. */
const MAX_URL_LENGTH = 8000;

/**
 * Creates a client. An operation that carries its hash is sent by GET, so that HTTP caches can store the
 * response; the whole text is sent by POST when there is no hash, when the URL would be too long, or once
 * the server has reported the hash as unknown.
 */
export function createClient(options: ClientOptions): Client {
  const { timeoutMs = 30_000, retries = 3, backoffMs = 250, persisted = true } = options;
  /** Hashes that the server does not know. */
  const unknownHashes = new Set<string>();
  return {
    ask: async <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, { signal, timeoutMs: ownTimeoutMs } = {}]: AskArguments<Variables>
    ) => {
      const sendOptions: SendOptions = {
        fetch: options.fetch ?? fetch,
        retries,
        backoffMs,
        deadline: startDeadline(ownTimeoutMs ?? timeoutMs, signal),
      };
      const send = (request: Request): Promise<Answer<Data>> =>
        sendWithRetries(request, sendOptions);
      const hash = persisted ? documentHash(document) : null;
      if (hash !== null && !unknownHashes.has(hash)) {
        const request = getRequest(options, hash, variables);
        if (request.url.length <= MAX_URL_LENGTH) {
          const answer = await send(request);
          if (!isUnknownOperation(answer)) return answer;
          unknownHashes.add(hash);
        }
      }
      return send(postRequest(options, documentText(document, options.print), variables));
    },
  };
}

/** Error codes for an unknown hash, and for a server without persisted operations. */
const UNKNOWN_OPERATION_CODES: readonly unknown[] = ['PERSISTED_QUERY_NOT_FOUND', 'BAD_REQUEST'];

function isUnknownOperation(answer: Answer<unknown>): boolean {
  return (
    answer.kind === 'graphql' &&
    answer.data === null &&
    answer.errors.some(({ extensions }) => UNKNOWN_OPERATION_CODES.includes(extensions?.['code']))
  );
}
