/** The result of an operation: its data, or the kind of failure. Switch on `kind`. */
export type Answer<Data> =
  /** The operation succeeded. */
  | { readonly kind: 'data'; readonly data: Data }
  /** The server returned errors; `data` holds the fields that it could resolve. */
  | {
      readonly kind: 'graphql';
      readonly errors: readonly GraphQLProblem[];
      readonly data: Data | null;
      readonly status: number;
    }
  /** The response is not a GraphQL response: it comes from a proxy or from another server. */
  | {
      readonly kind: 'http';
      readonly status: number;
      /** The first 500 characters of the response. */
      readonly body: string;
    }
  /** There was no response, or it was incomplete. */
  | { readonly kind: 'network'; readonly cause: unknown }
  /** The caller's signal was aborted, with this reason. */
  | { readonly kind: 'aborted'; readonly reason: unknown }
  /** There was no complete response within the timeout. */
  | { readonly kind: 'timeout'; readonly afterMs: number };

/** One entry of `errors` in a GraphQL response. */
export interface GraphQLProblem {
  readonly message: string;
  /** The field of the response that failed. */
  readonly path?: readonly (string | number)[];
  /** `code` is stable: `UNKNOWN_ACTOR`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const MAX_EXCERPT = 500;

/**
 * Parses a response. GraphQL errors are accepted with any status; data only with a successful one,
 * because a proxy may respond in place of the server.
 */
export function parseResponse<Data>(
  { ok, status }: { readonly ok: boolean; readonly status: number },
  text: string,
): Answer<Data> {
  const body = parseObject(text);
  const data = (body?.['data'] ?? null) as Data | null;
  const errors = body?.['errors'];
  if (isProblems(errors)) return { kind: 'graphql', errors, data, status };
  if (ok && errors === undefined && typeof data === 'object' && data !== null)
    return { kind: 'data', data };
  return { kind: 'http', status, body: text.slice(0, MAX_EXCERPT) };
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
    // Not JSON: the caller reports it as `http`.
    return null;
  }
}
