/** The explorer: pages and what they load, which were built beforehand into dist/web. */
import { existsSync, readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { EVERY_ANSWER } from '../http/response-headers.ts';
import type { Answering } from '../telemetry/watch-requests.ts';

const FOLDER = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
/** The addresses of pages, all of which are one file; src/web/router.tsx tells them apart. */
const PAGES = /^\/(?:time|divergence|network|search|(?:documents|actors)(?:\/[^/]+)?)?$/;
/** The names of these change with what is in them. */
const NAMED_BY_CONTENT = '/assets/';

/** A page loads what this server sends, and nothing else; its pictures are saved out of `blob:`. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers what it has, and tells a browser that asks for a page that it has not so; leaves the rest to
 * `otherwise`: all of it, if the explorer was not built.
 */
export function createExplorer(otherwise: RequestListener): Answering {
  if (!existsSync(`${FOLDER}index.html`)) {
    return (request, response, path) => {
      if (path === '/') response.writeHead(302, { Location: '/graphql' }).end();
      else otherwise(request, response);
    };
  }
  // With sirv, whatever it sends is a success.
  const page = readFileSync(`${FOLDER}index.html`);
  const sendNotFound = (response: ServerResponse): void => {
    setHeaders(response, '/index.html');
    response
      .writeHead(404, {
        'Content-Type': 'text/html;charset=utf-8',
        'Content-Length': page.length,
        Vary: 'Accept',
      })
      .end(page);
  };
  const send = sirv(FOLDER, { brotli: true, gzip: true, etag: true, setHeaders });
  return (request, response, path) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || path === '/graphql') {
      otherwise(request, response);
      return;
    }
    if (path.endsWith('/') && path !== '/' && PAGES.test(path.slice(0, -1))) {
      const query = request.url?.slice(path.length) ?? '';
      response.writeHead(308, { Location: path.slice(0, -1) + query }).end();
      return;
    }
    if (PAGES.test(path)) request.url = '/index.html';
    send(request, response, () => {
      const isPage =
        request.headers.accept?.includes('text/html') === true &&
        !path.startsWith(NAMED_BY_CONTENT);
      if (isPage) sendNotFound(response);
      else otherwise(request, response);
    });
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of EVERY_ANSWER) response.setHeader(name, value);
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader(
    'Cache-Control',
    path.startsWith(NAMED_BY_CONTENT) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}
