/** GraphiQL as one page from this package alone, and the policy by which browsers hold it to that. */
import { createHash } from 'node:crypto';
import type { GraphiQLOptions } from 'graphql-yoga';

export interface GraphiqlPage {
  /** Of the first options it is given: they do not change while a server runs. */
  readonly render: (options: GraphiQLOptions) => Promise<Uint8Array<ArrayBuffer>>;
  /** Of the page that was rendered last. */
  readonly policy: () => string;
}

export function createGraphiqlPage(): GraphiqlPage {
  let page: { readonly bytes: Uint8Array<ArrayBuffer>; readonly policy: string } | null = null;
  return {
    render: async (options) => {
      if (page === null) {
        // Nine megabytes of script, which a server without a browser before it never needs.
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
 * Only the scripts that stand in the page run, told by their hashes; the editor's workers are made
 * out of these. It writes its styles as it draws, which no hash can tell beforehand.
 */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
