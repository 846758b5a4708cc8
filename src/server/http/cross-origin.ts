import type { Plugin } from 'graphql-yoga';

const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'Content-Type, Accept, If-None-Match, X-Request-Id';
const RESPONSE_HEADERS = 'ETag, Retry-After, X-Request-Id';
const MAX_AGE_SECONDS = '600';

/**
 * CORS: pages of the listed origins can read responses, without credentials; pages of other origins
 * cannot. Yoga's default allows every origin with credentials.
 */
export function useCrossOrigin(origins: readonly string[]): Plugin {
  if (origins.length === 0) return {};
  const allowedOrigin = (request: Request): string | null => {
    const origin = request.headers.get('origin');
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  return {
    onRequest: (event) => {
      const { request, fetchAPI } = event;
      if (request.method !== 'OPTIONS' || allowedOrigin(request) === null) return;
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
      const origin = allowedOrigin(request);
      if (origin === null) return;
      headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', RESPONSE_HEADERS);
    },
  };
}
