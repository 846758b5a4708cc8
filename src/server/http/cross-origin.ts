/**
 * CORS: pages of the listed origins can read responses, without credentials; pages of other origins
 * cannot.
 */

const METHODS = 'GET, POST';
const REQUEST_HEADERS =
  'Content-Type, Accept, If-None-Match, X-Request-Id, traceparent, tracestate';
const RESPONSE_HEADERS = 'ETag, Retry-After, X-Request-Id';
const MAX_AGE_SECONDS = '600';

/** Headers that let the page at `origin` read a response, if it is one of the listed origins. */
export function crossOriginHeaders(
  origins: readonly string[],
  origin: string | undefined,
): Readonly<Record<string, string>> {
  return origin !== undefined && origins.includes(origin)
    ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': RESPONSE_HEADERS }
    : {};
}

/** Headers of the response to a preflight request; null if the origin is not one of the listed. */
export function preflightHeaders(
  origins: readonly string[],
  origin: string | undefined,
): Readonly<Record<string, string>> | null {
  if (origin === undefined || !origins.includes(origin)) return null;
  return {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': REQUEST_HEADERS,
    'access-control-max-age': MAX_AGE_SECONDS,
  };
}
