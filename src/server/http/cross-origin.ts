import type { Plugin } from 'graphql-yoga';

const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'Content-Type, Accept, If-None-Match, X-Request-Id';
const RESPONSE_HEADERS = 'ETag, Retry-After, X-Request-Id';
const SECONDS = '600';

/**
 * Lets pages of the given origins read the answers, without credentials, and no others: Yoga's own
 * rule lets in whoever asks.
 */
export function useCrossOrigin(origins: readonly string[]): Plugin {
  if (origins.length === 0) return {};
  const known = (request: Request): string | null => {
    const origin = request.headers.get('origin');
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  return {
    onRequest: (event) => {
      const { request, fetchAPI } = event;
      if (request.method !== 'OPTIONS' || known(request) === null) return;
      const headers = {
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': REQUEST_HEADERS,
        'Access-Control-Max-Age': SECONDS,
      };
      event.endResponse(new fetchAPI.Response(null, { status: 204, headers }));
    },
    onResponse: ({ request, response: { headers } }) => {
      // For caches in between: whoever asks from elsewhere gets another answer.
      headers.append('Vary', 'Origin');
      const origin = known(request);
      if (origin === null) return;
      headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', RESPONSE_HEADERS);
    },
  };
}
