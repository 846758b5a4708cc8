import { crossOriginHeaders } from './cross-origin.ts';

/** Headers of every response: no sniffing, framing, referrer or embedding by other sites. */
const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The same as pairs of name and value. */
export const SECURITY_HEADERS = Object.entries(SECURITY);

/** Headers of responses that are not pages: they may load nothing. */
const NO_PAGE = {
  ...SECURITY,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Adds the security headers and those for the page at `origin`. */
export function withResponseHeaders(
  headers: Readonly<Record<string, string>>,
  origins: readonly string[],
  origin: string | undefined,
): Readonly<Record<string, string>> {
  const sent = { ...headers, ...NO_PAGE };
  // For shared caches: the headers differ by origin.
  if (origins.length === 0) return sent;
  const vary = 'vary' in headers ? `${headers['vary']}, Origin` : 'Origin';
  return { ...sent, vary, ...crossOriginHeaders(origins, origin) };
}
