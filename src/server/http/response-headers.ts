import type { Plugin } from 'graphql-yoga';

/** For every answer: it is what it says, is shown in nobody's frame, and tells nobody where it was read. */
export const EVERY_ANSWER = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** `pagePolicy` is the Content-Security-Policy of pages; what is no page may do nothing at all. */
export function useResponseHeaders(pagePolicy: () => string): Plugin {
  return {
    onResponse: ({ response: { headers } }) => {
      for (const [name, value] of EVERY_ANSWER) headers.set(name, value);
      const isPage = headers.get('content-type')?.startsWith('text/html') === true;
      headers.set('Content-Security-Policy', isPage ? pagePolicy() : NOTHING);
      if (isPage) headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    },
  };
}
