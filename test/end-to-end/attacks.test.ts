import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import type { Attack } from '#test/server/limits/attack.ts';
import { ATTACKS } from '#test/server/limits/attack-cases.ts';
import { startCli } from '#test/support/cli.ts';
import { EXAMPLES } from '#test/support/examples.ts';
import { freePort, saysAnswers } from '#test/support/listening.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { MOST, percentile, pollHealth } from '#test/support/watch-server.ts';

/** Maximum time and size of a response: a second on a quiet machine, three on a busy one. */
const MAX_MS = 3000;
const MAX_BYTES = 500_000;
/** Metrics of memory that the process holds: its heap, and buffers outside it. */
const HELD = ['nodejs_heap_size_used_bytes', 'nodejs_external_memory_bytes'];
/** More executions than it takes to compile a query. */
const TIMES = 4;

interface HttpResponse {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly milliseconds: number;
}

describe.each([
  ['by default', {}],
  ['in production', { NODE_ENV: 'production' }],
])('hostile requests %s', (_mode, environment) => {
  let place: Place;
  let health: ReturnType<typeof pollHealth>;
  let port: number;
  let server: ChildProcess;
  let log = '';
  let before = 0;
  beforeAll(async () => {
    place = await makePlace('seeded');
    port = await freePort();
    server = startCli(['serve'], {
      ...place.environment,
      ...environment,
      PORT: String(port),
      NODE_OPTIONS: `--expose-gc --import=data:text/javascript,process.on('SIGUSR2',()=>gc())`,
    });
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
    await saysAnswers(server);
    await warmUp();
    before = await memory();
    health = pollHealth(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await health.end();
    const ended = once(server, 'close');
    server.kill('SIGTERM');
    await ended;
    await place.remove();
  });

  /** Retries: a server that rejects a half-read request closes the connection, and the response may be lost. */
  async function send(attack: Partial<Attack>, tries = 5): Promise<HttpResponse> {
    try {
      return await sendOnce(attack);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (tries > 1 && (code === 'ECONNRESET' || code === 'EPIPE')) return send(attack, tries - 1);
      throw error;
    }
  }

  function sendOnce({ method = 'GET', path = '', headers = {}, body, chunked }: Partial<Attack>) {
    const started = performance.now();
    // Keep-alive: a connection that closes may lose the response to a long body.
    const agent = new Agent({ keepAlive: true });
    return new Promise<HttpResponse>((resolve, reject) => {
      const sent = request(
        `http://127.0.0.1:${port}/graphql${path}`,
        {
          method,
          agent,
          headers: {
            accept: 'application/graphql-response+json',
            ...headers,
            ...(body !== undefined && !chunked && { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const milliseconds = performance.now() - started;
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              text,
              headers: response.headers,
              milliseconds,
            }),
          );
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    }).finally(() => agent.destroy());
  }

  const post = (query: string): Promise<HttpResponse> =>
    send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  /** Opens a request that stays in flight: its body never arrives. */
  async function openRequest(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json';
    socket.write(`${head}\r\nexpect: 100-continue\r\ncontent-length: 100\r\n\r\n`);
    // The server sends 100 Continue once it handles the request.
    await once(socket, 'data');
    return socket;
  }

  async function expectHealthy(): Promise<void> {
    const { text, milliseconds } = await post('{ actor(slug: "hamas") { slug } }');
    expect(text).toBe('{"data":{"actor":{"slug":"hamas"}}}');
    expect(milliseconds).toBeLessThan(MAX_MS);
  }

  /** Ordinary load: an idle process is smaller than it will ever be again. */
  async function warmUp(): Promise<void> {
    const ordinary = [
      getIntrospectionQuery(),
      `{ documents { totalCount } } # ${'long '.repeat(150_000)}`,
      '{ positions(first: 100) { nodes { id summary evidence { exact } document { text } } } }',
    ];
    for (let time = 0; time < 40; time += 1)
      for (const { status } of await Promise.all([
        ...EXAMPLES.map(({ query }) => post(query)),
        ...ordinary.map((query) => post(query)),
      ]))
        expect(status).toBe(200);
  }

  /** Memory that the server's process holds after a full garbage collection, in bytes. */
  async function memory(): Promise<number> {
    server.kill('SIGUSR2');
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    const metrics = await response.text();
    return HELD.map((name) =>
      Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN),
    ).reduce((sum, bytes) => sum + bytes, 0);
  }

  it.each(ATTACKS)('get the expected response: $name', async (attack) => {
    const times = attack.status === 200 ? TIMES : 1;
    for (let time = 0; time < times; time += 1) {
      const { status, text, headers, milliseconds } = await send(attack);

      const body = text.startsWith('{') ? JSON.parse(text) : {};
      expect(body.errors?.[0]?.extensions?.code ?? null).toBe(attack.code);
      expect(status).toBe(attack.status);
      expect(body.data).toEqual(attack.data ?? body.data);
      expect(body.errors?.[0].message ?? 'none').toMatch(/\w{3}/);
      expect(text).not.toMatch(/node_modules|\.ts:|prisma|SELECT /i);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(milliseconds).toBeLessThan(MAX_MS);
      expect(text.length).toBeLessThan(MAX_BYTES);
    }
    expect(server.exitCode).toBeNull();
  });

  it('are rejected if they are subscriptions, all four hundred of them', async () => {
    const codes = new Map<string, number>();
    for (let hundred = 0; hundred < 10; hundred += 1) {
      const responses = await Promise.all(
        Array.from({ length: 40 }, () => post('subscription { positions { totalCount } }')),
      );
      for (const { text } of responses) {
        const { code } = JSON.parse(text).errors[0].extensions;
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }

    expect([...codes]).toEqual([['OPERATION_NOT_SUPPORTED', 400]]);
  });

  it('get 429 while the client has too many requests in flight', async () => {
    const sockets = await Promise.all(Array.from({ length: 50 }, () => openRequest()));

    const responses = [
      await post('{ __typename }'),
      await send({ method: 'GET', path: `?documentId=${[...persistedOperations().keys()][0]}` }),
    ];

    for (const { status, text, headers } of responses) {
      expect(status).toBe(429);
      expect(headers['retry-after']).toBe('1');
      expect(JSON.parse(text).errors[0].extensions.code).toBe('TOO_MANY_REQUESTS');
    }
    for (const socket of sockets) socket.destroy();
    await pause(100);
    await expectHealthy();
  });

  it('do not delay other clients when sent byte by byte', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
    const sockets = Array.from({ length: 240 }, () => connect(port, '127.0.0.1'));
    for (const [i, socket] of sockets.entries()) {
      socket.on('error', () => {});
      // Some send headers; fewer than the concurrency limit send bodies.
      socket.write(i < 200 ? head : `${head}content-length: 100\r\n\r\n{`);
    }
    for (let letter = 0; letter < 10; letter += 1) {
      for (const socket of sockets) socket.write('x');
      await expectHealthy();
      await pause(20);
    }
    for (const socket of sockets) socket.destroy();

    await expectHealthy();
    expect(server.exitCode).toBeNull();
  });

  it.each([
    [
      'a line break in a header',
      'GET /graphql?query={__typename} HTTP/1.1\r\nhost: localhost\r\nx-request-id: a\rX-Evil: yes\r\n\r\n',
    ],
    ['a header without a request line', '\r\n\r\nx-request-id: a\r\n\r\n'],
    [
      'two Content-Length headers',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 30\r\n\r\n{}',
    ],
    [
      'Content-Length with chunks',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a negative length',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}',
    ],
  ])('get 400 if they are not valid HTTP: %s', async (_what, written) => {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
    socket.on('error', () => {});
    socket.write(written);
    await once(socket, 'close');

    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply.toLowerCase()).not.toContain('x-evil');
    await expectHealthy();
  });

  it('do not delay other clients', async () => {
    const waits = await health.take();

    const [p99, most] = [percentile(waits, 0.99), waits.at(-1) ?? 0];
    console.log(
      `/health: ${waits.length} times, p99 ${p99.toFixed(1)} ms, at most ${most.toFixed(1)} ms`,
    );
    expect(waits.length).toBeGreaterThan(50);
    expect(p99).toBeLessThan(MOST.p99);
    expect(most).toBeLessThan(MOST.delay);
  });

  it('cause no memory growth and no error output', async () => {
    // The signal may be handled after the request.
    const after = Math.min(await memory(), await memory(), await memory());

    expect(after / before, `${before} bytes before, ${after} after`).toBeLessThan(1.1);
    expect(server.exitCode).toBeNull();
    expect(log).toBe('');
  });
});
