import type { Plugin } from 'graphql-yoga';

/** Headers of every response: no sniffing, framing, referrer or embedding by other sites. */
export const SECURITY_HEADERS = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
});

const POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Sets the security headers of responses that are not pages: they may load nothing. */
export function useResponseHeaders(): Plugin {
  return {
    onResponse: ({ response: { headers } }) => {
      for (const [name, value] of SECURITY_HEADERS) headers.set(name, value);
      headers.set('Content-Security-Policy', POLICY);
    },
  };
}
