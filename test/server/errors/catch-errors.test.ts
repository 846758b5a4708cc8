import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { catchErrors, type Listener } from '#src/server/errors/catch-errors.ts';
import { CheckedRequest } from '#src/server/telemetry/error-scope.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import { ResponseWithRequestId } from '#src/server/telemetry/request-id.ts';
import { useCorpus } from '#test/support/corpus.ts';
import { startTestServer } from '../test-server.ts';

const FAULT = new TypeError('planted fault');

describe('an error in the handler of a request', () => {
  const corpus = useCorpus();
  let server: Server | null = null;
  afterEach(() => server?.close());

  async function start(listener: Listener) {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    server = createServer(
      { IncomingMessage: CheckedRequest, ServerResponse: ResponseWithRequestId },
      catchErrors(listener, log),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/`, log: () => lines.join('') };
  }

  it.each<readonly [string, Listener]>([
    [
      'thrown at once',
      () => {
        throw FAULT;
      },
    ],
    [
      'thrown after a header was set',
      (_request, response) => {
        response.setHeader('Content-Length', 7);
        throw FAULT;
      },
    ],
    ['with which its promise rejects', () => Promise.reject(FAULT)],
    [
      'thrown after an await',
      async () => {
        await Promise.resolve();
        throw FAULT;
      },
    ],
  ])('is answered with 500 and logged: %s', async (_when, listener) => {
    const { url, log } = await start(listener);

    const response = await fetch(url);

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(log()).toContain('planted fault');
  });

  it('closes the connection if the response has begun', async () => {
    const { url, log } = await start((_request, response) => {
      response.writeHead(200, { 'Content-Length': 7 }).write('abc');
      throw FAULT;
    });

    await expect(fetch(url).then((response) => response.text())).rejects.toThrow(
      /terminated|fetch failed/,
    );
    expect(log()).toContain('planted fault');
  });

  it('does not end a server whose database client is faulty', async () => {
    let isFaulty = false;
    const faulty = startTestServer(() =>
      Promise.resolve({
        ...corpus.store,
        ping: () => {
          if (isFaulty) throw FAULT;
          return corpus.store.ping();
        },
      }),
    );
    const { urlOf, stop, logText } = await faulty;

    isFaulty = true;
    const failed = await fetch(urlOf('/ready'));
    isFaulty = false;
    const next = await fetch(urlOf('/ready'));
    await stop();

    expect([failed.status, next.status]).toEqual([500, 200]);
    expect(failed.headers.get('x-request-id')).not.toBeNull();
    expect(logText()).toContain('planted fault');
  });
});
