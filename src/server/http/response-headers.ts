import type { Plugin } from 'graphql-yoga';

/** Headers of every response: no sniffing, framing, referrer or embedding by other sites. */
export const SECURITY_HEADERS = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Sets the security headers. `pagePolicy` returns the Content-Security-Policy of HTML pages; other
 * responses may load nothing.
 */
export function useResponseHeaders(pagePolicy: () => string): Plugin {
  return {
    onResponse: ({ response: { headers } }) => {
      for (const [name, value] of SECURITY_HEADERS) headers.set(name, value);
      const isPage = headers.get('content-type')?.startsWith('text/html') === true;
      headers.set('Content-Security-Policy', isPage ? pagePolicy() : NO_PAGE_POLICY);
      if (isPage) headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    },
  };
}
