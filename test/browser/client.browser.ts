import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { openBrowser } from './open-browser.ts';

/** Runs operations and exposes the answers to the test. */
const PAGE = `<!doctype html><script type="module">
  import { createClient } from '/dist/client/client.js';
  import { MatrixDocument } from '/dist/client/generated/graphql.js';
  const client = createClient({ url: '/graphql' });
  const query = (actor, options) => client.ask(MatrixDocument, { actors: [actor] }, options);
  const results = [await query('hamas'), await query('hamas'), await query('hamass')];
  globalThis.answers = [...results, await query('russia', { signal: AbortSignal.abort('left') })];
</script>`;

describe('the client in a browser', () => {
  const corpus = useCorpus();
  const received: { readonly method: string; readonly status: number }[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    execFileSync(process.execPath, ['src/client/build.mjs']);
    const handler = createTestHandler(corpus.store);
    const server = createServer((request, response) => {
      const { method = '', url = '/' } = request;
      if (url.startsWith('/graphql')) {
        response.on('finish', () => received.push({ method, status: response.statusCode }));
        handler.listener(request, response);
      } else void sendFile(url, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    server.unref();
    browser = await openBrowser();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(() => browser.close());

  it('sends operations by hash, revalidates cached responses, and returns errors as values', async () => {
    await page.waitForFunction('globalThis.answers');

    const answers = await page.evaluate('globalThis.answers');

    expect(answers).toMatchObject([
      { kind: 'data', data: { comparison: { rows: [{ actor: { name: 'Hamas' } }] } } },
      { kind: 'data', data: { comparison: { rows: [{ actor: { name: 'Hamas' } }] } } },
      { kind: 'graphql', errors: [{ extensions: { code: 'UNKNOWN_ACTOR' } }] },
      { kind: 'aborted', reason: 'left' },
    ]);
    expect(received.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
    expect(received.map(({ status }) => status).slice(0, 2)).toEqual([200, 304]);
  });
});

/** The page, or a file of the built client. */
async function sendFile(url: string, response: ServerResponse): Promise<void> {
  if (!/^\/dist\/client\/[\w/-]+\.js$/.test(url)) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(`.${url}`));
}
