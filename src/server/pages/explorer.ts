/** Serves the explorer: its pages and assets, built into dist/web. */
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '../http/content-security-policy.ts';
import { SECURITY_HEADERS } from '../http/response-headers.ts';
import type { RequestHandler } from '../telemetry/instrument-requests.ts';
import { readStaticFiles, sendStaticFile } from './static-files.ts';

const FOLDER = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
/** Paths of pages. All are served the same file; src/web/router.tsx selects the page. */
const PAGES = /^\/(?:time|divergence|network|search|(?:documents|actors)(?:\/[^/]+)?)?$/;
/** Files whose names contain a hash of their content. */
const ASSETS = '/assets/';

/** Pages load only what this server sends; saving a figure needs `blob:` images. */
const POLICY = contentSecurityPolicy(
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
);

/**
 * Creates the handler of the explorer's pages and assets. A browser that requests an unknown page gets
 * the page with 404; all other requests go to `next`, as do all if the explorer is not built.
 */
export function createExplorer(next: RequestHandler): RequestHandler {
  if (!existsSync(`${FOLDER}index.html`)) {
    return (request, response, current) => {
      if (current.path === '/') response.writeHead(302, { Location: '/graphql' }).end();
      else return next(request, response, current);
    };
  }
  const files = readStaticFiles(FOLDER);
  const page = files.get('/index.html');
  return (request, response, current) => {
    const { path } = current;
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (!isGet || path === '/graphql') {
      return next(request, response, current);
    }
    if (path.endsWith('/') && path !== '/' && PAGES.test(path.slice(0, -1))) {
      const query = request.url?.slice(path.length) ?? '';
      response.writeHead(308, { Location: path.slice(0, -1) + query }).end();
      return;
    }
    const file = PAGES.test(path) ? page : files.get(path);
    const isPage =
      request.headers.accept?.includes('text/html') === true && !path.startsWith(ASSETS);
    const found = file ?? (isPage ? page : undefined);
    if (found === undefined) return next(request, response, current);
    setHeaders(response, path);
    sendStaticFile(request, response, found, file === undefined ? 404 : 200);
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader(
    'Cache-Control',
    path.startsWith(ASSETS) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}
