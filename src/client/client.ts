/** `demarche/client`: asks a Démarche server typed questions, over `fetch`. */
import type { Answer } from './answer.ts';
import { hashOf, type TypedDocument, textOf } from './document.ts';
import { startPatience } from './patience.ts';
import { getRequest, postRequest, type Request } from './request.ts';
import { type Delivery, deliver } from './retry.ts';

export type { Answer, GraphQLProblem } from './answer.ts';
export type { TypedDocument } from './document.ts';

export interface ClientOptions {
  /** Where the server answers: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which an answer is given up, repeats included; 30 000 without it. */
  readonly timeoutMs?: number;
  /** How often a request that failed for a passing reason is sent again; 3 times without it. */
  readonly retries?: number;
  /** Milliseconds before it is first sent again, twice as many each time after; 250 without it. */
  readonly backoffMs?: number;
  /** Whether to ask for operations that the server knows by their hash; true without it. */
  readonly persisted?: boolean;
  /** Writes a document that does not carry its own text: `print` of graphql. */
  readonly print?: (document: never) => string;
  /** In the place of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

export interface AskOptions {
  /** Gives the question up. */
  readonly signal?: AbortSignal;
  /** For this question only. */
  readonly timeoutMs?: number;
}

/** Variables may be left out where the operation requires none. */
type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: AskOptions]
    : [variables: Variables, options?: AskOptions];

export interface Client {
  /** Whatever goes wrong on the way is told by the answer's `kind`. */
  readonly ask: <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...rest: Rest<Variables>
  ) => Promise<Answer<Data>>;
}

/** What many servers and proxies take for the longest address. */
const MAX_URL = 8000;

export function createClient(options: ClientOptions): Client {
  const { timeoutMs = 30_000, retries = 3, backoffMs = 250, persisted = true } = options;
  /** Operations that the server was asked for by hash and does not know. */
  const unknown = new Set<string>();
  return {
    ask: async <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, { signal, timeoutMs: ownTimeoutMs } = {}]: Rest<Variables>
    ) => {
      const delivery: Delivery = {
        send: options.fetch ?? fetch,
        retries,
        backoffMs,
        patience: startPatience(ownTimeoutMs ?? timeoutMs, signal),
      };
      const ask = (request: Request): Promise<Answer<Data>> => deliver(request, delivery);
      const hash = persisted ? hashOf(document) : null;
      if (hash !== null && !unknown.has(hash)) {
        const request = getRequest(options, hash, variables);
        if (request.url.length <= MAX_URL) {
          const answer = await ask(request);
          if (!isUnknownOperation(answer)) return answer;
          unknown.add(hash);
        }
      }
      return ask(postRequest(options, textOf(document, options.print), variables));
    },
  };
}

/** What a server says that does not know the hash, and one that knows nothing of hashes. */
const NOT_KNOWN: readonly unknown[] = ['PERSISTED_QUERY_NOT_FOUND', 'BAD_REQUEST'];

function isUnknownOperation(answer: Answer<unknown>): boolean {
  return (
    answer.kind === 'graphql' &&
    answer.data === null &&
    answer.errors.some(({ extensions }) => NOT_KNOWN.includes(extensions?.['code']))
  );
}
