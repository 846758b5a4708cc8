/** GraphiQL as a single self-contained page, and the Content-Security-Policy that enforces that. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphiQLOptions } from 'graphql-yoga';
import { compress } from '../http/content-negotiation.ts';
import { contentSecurityPolicy } from '../http/content-security-policy.ts';
import { SECURITY_HEADERS } from '../http/response-headers.ts';
import { type StaticFile, sendStaticFile } from './static-files.ts';

/** Whether a browser requests the page, rather than a client the result of a query. */
export function isPageRequest({ method, url, headers }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return (
    isRead && /^\/graphql(?:\?|$)/.test(url ?? '') && headers.accept?.includes('text/html') === true
  );
}

interface Page {
  readonly file: StaticFile;
  readonly policy: string;
}

/** Creates the handler of requests for the page, which is rendered and compressed for the first of them. */
export function createGraphiqlPage(
  options: GraphiQLOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let rendering: Promise<Page> | null = null;
  return async (request, response) => {
    // A failure is not kept: the next request tries again.
    rendering ??= render(options).catch((error: unknown) => {
      rendering = null;
      throw error;
    });
    const { file, policy } = await rendering;
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-cache');
    sendStaticFile(request, response, file, 200);
  };
}

/** Nine megabytes of script, two when compressed. */
async function render(options: GraphiQLOptions): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL(options);
  const identity = Buffer.from(html);
  const [br, gzip] = await Promise.all([compress(identity, 'br'), compress(identity, 'gzip')]);
  return {
    file: {
      type: 'text/html;charset=utf-8',
      bodies: { br: br.body, gzip: gzip.body, identity },
    },
    policy: policyFor(html),
  };
}

/**
 * Allows the page's inline scripts by their hashes, and workers, which the editor creates from them. Styles are
 * generated at run time, so hashes cannot allow them.
 */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });
  return contentSecurityPolicy(
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
  );
}
