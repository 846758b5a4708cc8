/** A hostile request with its expected response, and how to write one. */

/** A request and its expected response. */
export interface Attack {
  readonly name: string;
  readonly method?: string;
  /** Appended to the URL of the endpoint. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sends the body in chunks, without Content-Length. */
  readonly chunked?: boolean;
  readonly status: number;
  /** `extensions.code` of the first error; null without errors. */
  readonly code: string | null;
  /** The data of the response, if it matters. */
  readonly data?: unknown;
}

export const JSON_TYPE = { 'content-type': 'application/json' };
export const HAMAS = 'QWN0b3I6aGFtYXM=';
export const MEGABYTE = 1_000_000;

export function times(count: number, each: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => each(i)).join(' ');
}

export function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export type Expected = readonly [status: number, code: string | null, data?: unknown];

export const PARSE: Expected = [400, 'GRAPHQL_PARSE_FAILED'];
export const INVALID: Expected = [400, 'GRAPHQL_VALIDATION_FAILED'];
export const TOKENS: Expected = [400, 'TOO_MANY_TOKENS'];
export const DEEP: Expected = [400, 'TOO_DEEP'];
export const LONG: Expected = [400, 'LIST_TOO_LONG'];
export const BAD: Expected = [400, 'BAD_INPUT'];
export const BAD_REQUEST: Expected = [400, 'BAD_REQUEST'];
export const BAD_TYPE: Expected = [415, 'UNSUPPORTED_MEDIA_TYPE'];
export const TOO_LARGE: Expected = [413, 'BODY_TOO_LARGE'];

export function expected([status, code, data]: Expected): Pick<Attack, 'status' | 'code' | 'data'> {
  return { status, code, ...(data !== undefined && { data }) };
}

export function operation(
  name: string,
  response: Expected,
  query: string,
  variables?: unknown,
): Attack {
  return send(name, response, JSON.stringify({ query, variables }));
}

export function send(
  name: string,
  response: Expected,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Attack {
  return { name, method: 'POST', headers, body, ...expected(response) };
}

export function get(name: string, response: Expected, parameters: Record<string, string>): Attack {
  return { name, path: `?${new URLSearchParams(parameters)}`, ...expected(response) };
}
