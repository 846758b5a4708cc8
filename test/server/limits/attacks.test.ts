import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { persistedOperations } from '#src/server/operations/persisted-operations.ts';
import { startCli } from '#test/support/cli.ts';
import { EXAMPLES } from '#test/support/examples.ts';
import { freePort, saysAnswers } from '#test/support/listening.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { ATTACKS, type Attack } from './attack-cases.ts';

/** No answer may take longer, nor be longer. */
const LONGEST_MS = 1000;
const LONGEST_BYTES = 500_000;
/** As often as it takes for a query to be compiled. */
const TIMES = 4;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly milliseconds: number;
}

describe('under attack, the server', () => {
  let place: Place;
  let port: number;
  let server: ChildProcess;
  let log = '';
  let before = 0;
  beforeAll(async () => {
    place = await makePlace('seeded');
    port = await freePort();
    server = startCli(['serve'], { ...place.environment, PORT: String(port) });
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
    await saysAnswers(server);
    await work();
    before = memory();
  });
  afterAll(async () => {
    const ended = once(server, 'close');
    server.kill('SIGTERM');
    await ended;
    await place.remove();
  });

  /** A server that refuses a request half-read closes at once, and its answer may be lost on the way. */
  async function send(attack: Partial<Attack>, tries = 5): Promise<Answer> {
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
    // A connection that is to be kept: one that closes may take the answer to a long body with it.
    const agent = new Agent({ keepAlive: true });
    return new Promise<Answer>((resolve, reject) => {
      const asked = request(
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
        (answer) => {
          const milliseconds = performance.now() - started;
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              text,
              headers: answer.headers,
              milliseconds,
            }),
          );
          answer.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    }).finally(() => agent.destroy());
  }

  const post = (query: string): Promise<Answer> =>
    send({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  /** A request under way until it is ended: its body never comes. */
  async function unfinished(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json';
    socket.write(`${head}\r\nexpect: 100-continue\r\ncontent-length: 100\r\n\r\n`);
    // The server asks for the body as soon as the request is its own to answer.
    await once(socket, 'data');
    return socket;
  }

  async function wellAnswered(): Promise<void> {
    const { text, milliseconds } = await post('{ actor(slug: "hamas") { slug } }');
    expect(text).toBe('{"data":{"actor":{"slug":"hamas"}}}');
    expect(milliseconds).toBeLessThan(LONGEST_MS);
  }

  /** What a server does all day: a process that has done nothing yet is smaller than it will ever be again. */
  async function work(): Promise<void> {
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

  /** Kilobytes of the server's process that are in memory. */
  function memory(): number {
    return Number(
      execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' }),
    );
  }

  it.each(ATTACKS)('answers as it should: $name', async (attack) => {
    const often = attack.status === 200 ? TIMES : 1;
    for (let time = 0; time < often; time += 1) {
      const { status, text, headers, milliseconds } = await send(attack);

      const answer = text.startsWith('{') ? JSON.parse(text) : {};
      expect(answer.errors?.[0]?.extensions?.code ?? null).toBe(attack.code);
      expect(status).toBe(attack.status);
      expect(answer.data).toEqual(attack.data ?? answer.data);
      expect(answer.errors?.[0].message ?? 'none').toMatch(/\w{3}/);
      expect(text).not.toMatch(/node_modules|\.ts:|prisma|SELECT /i);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(milliseconds).toBeLessThan(LONGEST_MS);
      expect(text.length).toBeLessThan(LONGEST_BYTES);
    }
    expect(server.exitCode).toBeNull();
  });

  it('is asked a thousand times for subscriptions, and has none', async () => {
    const codes = new Map<string, number>();
    for (let hundred = 0; hundred < 10; hundred += 1) {
      const answers = await Promise.all(
        Array.from({ length: 40 }, () => post('subscription { positions { totalCount } }')),
      );
      for (const { text } of answers) {
        const { code } = JSON.parse(text).errors[0].extensions;
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }

    expect([...codes]).toEqual([['OPERATION_NOT_SUPPORTED', 400]]);
  });

  it('asks a client that has too much under way to wait', async () => {
    const sockets = await Promise.all(Array.from({ length: 50 }, () => unfinished()));

    const answers = [
      await post('{ __typename }'),
      await send({ method: 'GET', path: `?documentId=${[...persistedOperations().keys()][0]}` }),
    ];

    for (const { status, text, headers } of answers) {
      expect(status).toBe(429);
      expect(headers['retry-after']).toBe('1');
      expect(JSON.parse(text).errors[0].extensions.code).toBe('TOO_MANY_REQUESTS');
    }
    for (const socket of sockets) socket.destroy();
    await pause(100);
    await wellAnswered();
  });

  it('keeps nobody waiting for those who send their requests letter by letter', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    const sockets = Array.from({ length: 240 }, () => connect(port, '127.0.0.1'));
    for (const [i, socket] of sockets.entries()) {
      socket.on('error', () => {});
      // Some are still at their headers, and fewer than may be under way at their bodies.
      socket.write(i < 200 ? head : `${head}content-length: 100\r\n\r\n{`);
    }
    for (let letter = 0; letter < 10; letter += 1) {
      for (const socket of sockets) socket.write('x');
      await wellAnswered();
      await pause(20);
    }
    for (const socket of sockets) socket.destroy();

    await wellAnswered();
    expect(server.exitCode).toBeNull();
  });

  it.each([
    [
      'a line break in a header',
      'GET /graphql?query={__typename} HTTP/1.1\r\nhost: x\r\nx-request-id: a\rX-Evil: yes\r\n\r\n',
    ],
    ['a header without its request', '\r\n\r\nx-request-id: a\r\n\r\n'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 30\r\n\r\n{}',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a length below nothing',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: -1\r\n\r\n{}',
    ],
  ])('is told what is no HTTP: %s', async (_what, written) => {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
    socket.on('error', () => {});
    socket.write(written);
    await once(socket, 'close');

    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply.toLowerCase()).not.toContain('x-evil');
    await wellAnswered();
  });

  it('is as well afterwards as before, and has nothing to complain of', async () => {
    let after = memory();
    // Memory is given back when there is time for it.
    for (let second = 0; second < 20 && after > before * 1.2; second += 1) {
      await pause(500);
      for (let i = 0; i < 50; i += 1) await wellAnswered();
      after = memory();
    }

    expect(after / before, `${before} KB before, ${after} KB after`).toBeLessThan(1.2);
    expect(server.exitCode).toBeNull();
    expect(log).toBe('');
  });
});
