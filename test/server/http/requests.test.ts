import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { EXAMPLES } from '#test/support/examples.ts';

const QUERY = '{ revisions { totalCount } }';
const ANSWER = { data: { revisions: { totalCount: 1 } } };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('HTTP requests', () => {
  let server: RunningServer & { readonly store: Store };
  beforeAll(async () => {
    server = await startServer(readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' }), () =>
      openStore({ ...inject('shared'), access: 'join' }),
    );
  });
  afterAll(async () => {
    await server.stop();
    await server.store.close();
  });
  const at = (path: string): string => new URL(path, server.url).href;

  it('execute a query by POST and by GET', async () => {
    const posted = await fetch(server.url, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: QUERY }),
    });
    const got = await fetch(`${server.url}?query=${encodeURIComponent(QUERY)}`);

    expect(await posted.json()).toEqual(ANSWER);
    expect(await got.json()).toEqual(ANSWER);
    expect(got.headers.get('content-type')).toContain('application/json');
  });

  it('accept variables and operationName by GET', async () => {
    const query = 'query A { __typename } query B($slug: String!) { actor(slug: $slug) { slug } }';
    const parameters = new URLSearchParams({
      query,
      operationName: 'B',
      variables: '{"slug":"hamas"}',
    });

    const response = await fetch(`${server.url}?${parameters}`);

    expect(await response.json()).toEqual({ data: { actor: { slug: 'hamas' } } });
  });

  it.each(['GET', 'POST', 'OPTIONS', 'HEAD'])(
    'get no CORS headers by default: %s',
    async (method) => {
      const response = await fetch(`${server.url}?query=${encodeURIComponent(QUERY)}`, {
        method,
        headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
      });

      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    },
  );

  it.each([
    [
      'a form',
      'application/x-www-form-urlencoded',
      new URLSearchParams({ query: QUERY }).toString(),
    ],
    ['a form with a charset', 'Application/X-WWW-Form-Urlencoded; charset=utf-8', `query=${QUERY}`],
    ['plain text', 'text/plain', JSON.stringify({ query: QUERY })],
    [
      'plain text that names JSON',
      'text/plain; application/json',
      JSON.stringify({ query: QUERY }),
    ],
    ['multipart', 'multipart/form-data; boundary=x', multipart(QUERY)],
  ])('are rejected with 415 for %s, which any page can send', async (_what, type, body) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

    expect(response.status).toBe(415);
    expect(await response.text()).not.toContain('totalCount');
  });

  it.each([
    ['nothing', ''],
    ['invalid JSON', '{"query":'],
    ['no query', '{}'],
    ['a list of queries', JSON.stringify([{ query: QUERY }, { query: QUERY }])],
    ['a query that is not a string', '{"query":{"a":1}}'],
    ['variables that are not an object', JSON.stringify({ query: QUERY, variables: 'x' })],
  ])('get an explanation for a body with %s', async (_what, body) => {
    const response = await fetch(server.url, { method: 'POST', headers: JSON_TYPE, body });

    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(response.status).toBeLessThan(500);
    expect(errors[0]?.message).toMatch(/\w/);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|\bat .*\.ts/);
  });

  it('to /health return 200', async () => {
    const response = await fetch(at('/health'));

    expect(response.status).toBe(200);
  });

  it('to unknown paths return 404', async () => {
    expect((await fetch(at('/elsewhere'))).status).toBe(404);
  });

  it('by HEAD get the headers of GET, without a body', async () => {
    for (const address of [`${server.url}?query=${encodeURIComponent(QUERY)}`, at('/')]) {
      const [got, head] = [await fetch(address), await fetch(address, { method: 'HEAD' })];

      expect(head.status).toBe(got.status);
      expect(head.headers.get('content-type')).toBe(got.headers.get('content-type'));
      expect(await head.text()).toBe('');
      expect(await got.text()).not.toBe('');
    }
  });

  it('for GraphiQL are compressed, and answered with 304 if the browser has the page', async () => {
    const headers = { accept: 'text/html', 'accept-encoding': 'br' };
    const first = await fetch(server.url, { headers });
    const etag = first.headers.get('etag') ?? '';
    await first.text();

    const [again, head] = [
      await fetch(server.url, { headers: { ...headers, 'if-none-match': etag } }),
      await fetch(server.url, { method: 'HEAD', headers }),
    ];

    expect(first.headers.get('content-encoding')).toBe('br');
    expect(Number(head.headers.get('content-length'))).toBeLessThan(3_000_000);
    expect(again.status).toBe(304);
    expect(head.headers.get('etag')).toBe(etag);
  });

  it('from a browser get GraphiQL with the example operations, loading nothing from other hosts', async () => {
    const response = await fetch(server.url, { headers: { accept: 'text/html' } });
    const page = await response.text();

    // Scripts are text, not markup.
    const markup = page.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, '$1');
    const styles = [...page.matchAll(/<style\b[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css);
    const loaded = [
      ...markup.matchAll(/\b(?:src|href|action|srcset|data)\s*=\s*["']?([^"'\s>]*)/g),
    ];
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^ ]{44}'; .*frame-ancestors 'none'$/,
    );
    expect(loaded.map(([, address]) => address).filter((a) => !a?.startsWith('data:'))).toEqual([]);
    expect(styles.join('\n')).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//);
    expect(page).not.toMatch(/\bimport\s*\(\s*["'](?:https?:)?\/\//);
    expect(page).not.toMatch(/\bimportScripts\(\s*["'](?:https?:)?\/\//);
    expect(page).not.toMatch(/cdn\.|unpkg\.com|jsdelivr\.net\/npm/);
    expect(EXAMPLES).toHaveLength(8);
    for (const { query } of EXAMPLES) expect(page).toContain(JSON.stringify(query).slice(1, -1));
  });
});

function multipart(query: string): string {
  const parts = { operations: JSON.stringify({ query }), map: '{}' };
  const written = Object.entries(parts).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${written.join('')}--x--\r\n`;
}
