import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { type Serving, serveStore } from '../serving.ts';

describe('a client that is slow to ask', () => {
  const corpus = useCorpus();
  let server: Serving;
  beforeAll(async () => {
    server = await serveStore(() => Promise.resolve(corpus.store), {
      DEMARCHE_HEADER_TIMEOUT: '300',
      DEMARCHE_BODY_TIMEOUT: '600',
    });
  });
  afterAll(async () => {
    await server.stop();
  });

  /** What is answered to the beginning of a request whose rest does not come. */
  const begin = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port, hostname } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let said = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      socket.once('error', reject).once('close', () => resolve(said));
    });

  it.each([
    ['the headers', 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-'],
    [
      'the body',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ])('is told so and left when %s do not come', async (_what, text) => {
    const started = performance.now();

    const said = await begin(text);

    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - started).toBeLessThan(3000);
    expect((await server.ask('{ __typename }')).status).toBe(200);
  });

  it('is refused with headers that are too large', async () => {
    const said = await begin(`GET /health HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`);

    expect(said).toMatch(/^HTTP\/1\.1 431 /);
  });
});
