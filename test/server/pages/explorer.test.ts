import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type RunningServer, startServer } from '#src/server/start-server.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';

describe('explorer pages', () => {
  let server: RunningServer & { readonly store: Store };
  beforeAll(async () => {
    const config = readConfig({ PORT: '0', DEMARCHE_LOG: 'silent' });
    server = await startServer(config, () => openStore({ ...inject('shared'), access: 'join' }));
  });
  afterAll(async () => {
    await server.stop();
    await server.store.close();
  });
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, server.url), { redirect: 'manual', ...init });
  const asset = async (ending: string): Promise<string> => {
    const page = await (await get('/')).text();
    return new RegExp(`/assets/[\\w-]+\\.${ending}`).exec(page)?.[0] ?? 'none';
  };

  it.each([
    '/',
    '/?cell=hamas:RECOGNITION',
    '/time',
    '/divergence',
    '/network',
    '/documents',
    '/documents/07MOSCOW828?position=x',
    '/documents/a%2Fb',
    '/actors',
    '/actors/hamas',
    '/search?q=truce',
  ])('are served at %s', async (path) => {
    const response = await get(path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<div id="root">');
  });

  it.each([
    '/nowhere',
    '/documents/a/b',
    '/assets/none.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/index.html%00',
  ])('return 404 at %s', async (path) => {
    const status = await new Promise<number>((resolve, reject) => {
      // fetch would normalise the path.
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

    expect(status).toBe(404);
  });

  it.each(['GET', 'HEAD'])(
    'show the explorer with 404 to a browser at an unknown path: %s',
    async (method) => {
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
      const response = await get('/nowhere?q=1', { method, headers });
      const page = await get('/');

      expect(response.status).toBe(404);
      expect(await response.text()).toBe(method === 'HEAD' ? '' : await page.text());
      const same = [
        'content-type',
        'content-security-policy',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
        'referrer-policy',
        'x-content-type-options',
        'x-frame-options',
        'cache-control',
      ];
      expect(same.map((name) => response.headers.get(name))).toEqual(
        same.map((name) => page.headers.get(name)),
      );
    },
  );

  it.each([
    ['GET', '/nowhere', '*/*', 404],
    ['GET', '/nowhere', 'application/json', 404],
    ['GET', '/assets/none.js', 'text/html', 404],
    ['POST', '/nowhere', 'text/html', 404],
    ['GET', '/health', 'text/html', 200],
    ['GET', '/graphql?query={__typename}', 'application/json', 200],
  ])('are not served for %s %s as %s', async (method, path, accept, status) => {
    const response = await get(path, { method, headers: { accept } });

    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('<div id="root">');
  });

  it.each([
    ['/time/?from=2007-01-01', '/time?from=2007-01-01'],
    ['/documents/07MOSCOW828/', '/documents/07MOSCOW828'],
  ])('redirect %s to the path without a trailing slash', async (path, to) => {
    const response = await get(path);

    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(to);
    expect(response.headers.get('x-request-id')).not.toBeNull();
  });

  it.each(['bytes=5-1', 'bytes=-0', 'bytes=0-', 'bytes=9999999999-', 'bytes=a-b', 'lines=1-2'])(
    'are sent whole, whatever range is requested: %s',
    async (range) => {
      for (const path of ['/', await asset('js')]) {
        const whole = await (await get(path)).text();

        const response = await get(path, { headers: { range } });

        expect(response.status).toBe(200);
        expect(await response.text()).toBe(whole);
      }
    },
  );

  it('may load only from their own server', async () => {
    const { headers } = await get('/');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ').toSorted()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' blob:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('have immutable assets, and are revalidated themselves', async () => {
    const script = await asset('js');

    const [page, kept] = [await get('/'), await get(script)];
    const again = await get('/', {
      headers: { 'if-none-match': page.headers.get('etag') ?? '' },
    });

    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(again.status).toBe(304);
  });

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('are compressed by Accept-Encoding: %s', async (encoding, expected) => {
    const response = await get(await asset('css'), { headers: { 'accept-encoding': encoding } });

    expect(response.headers.get('content-encoding')).toBe(expected);
    expect(await response.text()).toContain('--ground');
  });

  it('do not accept POST', async () => {
    const response = await get('/', { method: 'POST' });

    expect(response.status).toBe(404);
  });
});
