import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { startTestServer, type TestServer, until } from '../test-server.ts';

describe('a slow or oversized HTTP request', () => {
  const corpus = useCorpus();
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(() => Promise.resolve(corpus.store), {
      DEMARCHE_HEADER_TIMEOUT: '300',
      DEMARCHE_BODY_TIMEOUT: '600',
      DEMARCHE_REQUEST_TIMEOUT: '2000',
      DEMARCHE_SEND_TIMEOUT: '300',
    });
  });
  afterAll(async () => {
    await server.stop();
  });

  /** Sends the beginning of a request and returns the response. */
  const sendPart = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port, hostname } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let response = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (response += chunk));
      socket.once('error', reject).once('close', () => resolve(response));
    });

  it.each([
    ['the rest of the headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-'],
    [
      'the rest of the body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ])('gets 408 and is disconnected when %s does not arrive', async (_what, text) => {
    const started = performance.now();

    const response = await sendPart(text);

    expect(response).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - started).toBeLessThan(3000);
    expect((await server.post('{ __typename }')).status).toBe(200);
  });

  it('is disconnected when it does not receive its response', async () => {
    const { port, hostname } = new URL(server.url);
    const earlier = server.logEntries().length;
    const field = 'positions(first: 100) { nodes { document { text } } }';
    const body = JSON.stringify({
      query: `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: ${field}`).join(' ')} }`,
    });
    const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const socket = connect(Number(port), hostname, () => socket.write(head + body));
    // A paused socket receives what fits in the buffers of the system, and no more.
    socket.pause();

    const ended = await until(
      () =>
        Promise.resolve(
          server
            .logEntries()
            .slice(earlier)
            .find(({ status }) => status === null),
        ),
      (entry) => entry !== undefined,
    );
    socket.destroy();

    expect(ended).toMatchObject({ path: '/graphql', status: null });
    expect((await server.post('{ __typename }')).status).toBe(200);
  });

  it('gets 431 when its headers are too large', async () => {
    const response = await sendPart(
      `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(17_000)}\r\n\r\n`,
    );

    expect(response).toMatch(/^HTTP\/1\.1 431 /);
  });
});
