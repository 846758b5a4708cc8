/** GraphiQL as a single self-contained page, and the Content-Security-Policy that enforces that. */
import { createHash } from 'node:crypto';
import type { GraphiQLOptions } from 'graphql-yoga';
import { contentSecurityPolicy } from '../http/content-security-policy.ts';

/** The page, rendered on first use. */
export interface GraphiqlPage {
  /** Renders with the options of the first call: they do not change while a server runs. */
  readonly render: (options: GraphiQLOptions) => Promise<Uint8Array<ArrayBuffer>>;
  /** The policy of the rendered page. */
  readonly policy: () => string;
}

/** Creates a page that is not rendered yet. */
export function createGraphiqlPage(): GraphiqlPage {
  let page: { readonly bytes: Uint8Array<ArrayBuffer>; readonly policy: string } | null = null;
  return {
    render: async (options) => {
      if (page === null) {
        // Nine megabytes of script, loaded only when a browser requests the page.
        const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
        const html = renderGraphiQL(options);
        page = { bytes: new TextEncoder().encode(html), policy: policyFor(html) };
      }
      return page.bytes;
    },
    policy: () => page?.policy ?? "default-src 'none'",
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
