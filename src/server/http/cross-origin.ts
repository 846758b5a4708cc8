import type { Plugin } from 'graphql-yoga';

const METHODS = 'GET, POST';
const REQUEST_HEADERS =
  'Content-Type, Accept, If-None-Match, X-Request-Id, traceparent, tracestate';
const RESPONSE_HEADERS = 'ETag, Retry-After, X-Request-Id';
const MAX_AGE_SECONDS = '600';

/** Headers that let the page at `origin` read a response, if it is one of the listed origins. */
export function crossOriginHeaders(
  origins: readonly string[],
  origin: string | null | undefined,
): Readonly<Record<string, string>> {
  return typeof origin === 'string' && origins.includes(origin)
    ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': RESPONSE_HEADERS }
    : {};
}

/**
 * CORS: pages of the listed origins can read responses, without credentials; pages of other origins
 * cannot. Yoga's default allows every origin with credentials.
 */
export function useCrossOrigin(origins: readonly string[]): Plugin {
  if (origins.length === 0) return {};
  const allow = ({ headers }: Request) => crossOriginHeaders(origins, headers.get('origin'));
  return {
    onRequest: (event) => {
      const { request, fetchAPI } = event;
      if (request.method !== 'OPTIONS' || Object.keys(allow(request)).length === 0) return;
      const headers = {
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': REQUEST_HEADERS,
        'Access-Control-Max-Age': MAX_AGE_SECONDS,
      };
      event.endResponse(new fetchAPI.Response(null, { status: 204, headers }));
    },
    onResponse: ({ request, response: { headers } }) => {
      // For shared caches: the headers differ by origin.
      headers.append('Vary', 'Origin');
      for (const [name, value] of Object.entries(allow(request))) headers.set(name, value);
    },
  };
}
