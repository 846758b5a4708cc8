/** What becomes of a question: the data, or what went wrong, told apart by `kind`. */
export type Answer<Data> =
  | { readonly kind: 'data'; readonly data: Data }
  /** The server understood and found something wrong; `data` is what it could answer all the same. */
  | {
      readonly kind: 'graphql';
      readonly errors: readonly GraphQLProblem[];
      readonly data: Data | null;
      readonly status: number;
    }
  /** What came is no answer to a question: from a proxy, or from no GraphQL server. */
  | {
      readonly kind: 'http';
      readonly status: number;
      /** The beginning of what came. */
      readonly body: string;
    }
  /** No answer came, or not the whole of it. */
  | { readonly kind: 'network'; readonly cause: unknown }
  /** The signal gave it up, for this reason. */
  | { readonly kind: 'aborted'; readonly reason: unknown }
  | { readonly kind: 'timeout'; readonly afterMs: number };

export interface GraphQLProblem {
  readonly message: string;
  /** Where in the answer it is missing. */
  readonly path?: readonly (string | number)[];
  /** `code` is stable: `UNKNOWN_ACTOR`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const EXCERPT = 500;

/**
 * Reads what came. Errors are believed whatever the status; data only of a success, because a proxy
 * may answer for the server.
 */
export function readAnswer<Data>(
  { ok, status }: { readonly ok: boolean; readonly status: number },
  text: string,
): Answer<Data> {
  const body = parseObject(text);
  const data = (body?.['data'] ?? null) as Data | null;
  const errors = body?.['errors'];
  if (isProblems(errors)) return { kind: 'graphql', errors, data, status };
  if (ok && errors === undefined && typeof data === 'object' && data !== null)
    return { kind: 'data', data };
  return { kind: 'http', status, body: text.slice(0, EXCERPT) };
}

function isProblems(errors: unknown): errors is readonly GraphQLProblem[] {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((error: unknown) => typeof (error as GraphQLProblem | null)?.message === 'string')
  );
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // Not JSON, and so no answer to a question: the caller tells what it is instead.
    return null;
  }
}
