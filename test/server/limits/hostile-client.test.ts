import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCli } from '#test/support/cli.ts';
import { freePort, saysAnswers } from '#test/support/listening.ts';
import { makePlace, type Place } from '#test/support/place.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

const HEALTHY = {
  text: '{"data":{"actor":{"slug":"hamas"}}}',
  health: 200,
  ended: null,
  log: '',
};

describe('a hostile client', () => {
  let place: Place;
  let port: number;
  let server: ChildProcess;
  let log = '';
  beforeAll(async () => {
    place = await makePlace('seeded');
    port = await freePort();
    // The concurrency limit is tested in attacks.test.ts.
    const environment = { ...place.environment, DEMARCHE_MAX_CONCURRENT: '500' };
    server = startCli(['serve'], { ...environment, PORT: String(port) });
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
    await saysAnswers(server);
  });
  afterAll(async () => {
    const ended = once(server, 'close');
    server.kill('SIGTERM');
    await ended;
    await place.remove();
  });

  const url = (): string => `http://127.0.0.1:${port}/graphql`;

  async function post(query: string, variables?: object) {
    const response = await fetch(url(), {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Whether the server is alive, wrote no errors, and responds to the next request. */
  async function healthOf(): Promise<object> {
    const { text } = await post('{ actor(slug: "hamas") { slug } }');
    const health = await fetch(`http://127.0.0.1:${port}/health`);

    return { text, health: health.status, ended: server.exitCode, log };
  }

  it.each([
    [
      'lists nested seven times',
      `{ ${'positions { nodes { holder { '.repeat(7)}slug${' } } }'.repeat(7)} }`,
    ],
    ['objects nested five hundred times', partyOfParty(500)],
    ['objects nested a hundred thousand times', partyOfParty(100_000)],
    ['unclosed braces', '{'.repeat(100_000)],
    [
      'a list value nested a hundred thousand times',
      `{ nodes(ids: ${'['.repeat(100_000)}) { id } }`,
    ],
    [
      'ten thousand aliases',
      `{ ${Array.from({ length: 10_000 }, (_, i) => `a${i}: actors { totalCount }`).join(' ')} }`,
    ],
    ['ten thousand repeats of a field', `{ actor(slug: "hamas") { ${'slug '.repeat(10_000)} } }`],
    ['ten thousand directives', `{ __typename ${'@skip(if: false) '.repeat(10_000)} }`],
    ['a cycle of fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    [
      'a fragment that spreads itself',
      '{ actor(slug: "hamas") { ...A } } fragment A on Actor { party(on: "2007-02-27") { ...A } }',
    ],
    [
      'a nested introspection of types',
      `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    ],
    ['property names of every JavaScript object', '{ constructor __proto__ toString }'],
  ])('gets a response and does no harm with %s', async (_what, query) => {
    const { status, text } = await post(query);

    expect(status).toBeLessThan(500);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    expect(await healthOf()).toEqual(HEALTHY);
  });

  it.each([
    [
      'sixty thousand slugs',
      '$v: [String!]!',
      'comparison(actors: $v) { revision }',
      Array.from({ length: 60_000 }, (_, i) => `x${i}`),
    ],
    ['a slug of almost a megabyte', '$v: String!', 'actor(slug: $v) { slug }', 'x'.repeat(900_000)],
    [
      'a name of almost a megabyte',
      '$v: String!',
      'actors(filter: { name: $v }) { totalCount }',
      'meshaal '.repeat(100_000),
    ],
    [
      'a search query of almost a megabyte',
      '$v: String!',
      'search(query: $v) { totalCount }',
      '"meshaal or '.repeat(70_000),
    ],
    [
      'twenty thousand global IDs',
      '$v: [ID!]!',
      'nodes(ids: $v) { id }',
      Array.from({ length: 20_000 }, () => 'QWN0b3I6aGFtYXM='),
    ],
  ])('gets a response and does no harm with %s in the variables', async (_what, type, field, v) => {
    const { status } = await post(`query (${type}) { ${field} }`, { v });

    expect(status).toBeLessThan(500);
    expect(await healthOf()).toEqual(HEALTHY);
  });

  it('gets 413 for a body of fifty megabytes', async () => {
    const declared = await fetch(url(), {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(50_000_000) } }),
    }).catch((error: unknown) => error);
    const streamed = await fetch(url(), {
      method: 'POST',
      headers: JSON_TYPE,
      body: endless(50_000_000),
      duplex: 'half',
    } as RequestInit).catch((error: unknown) => error);

    // Or a closed connection, if it goes on sending.
    for (const response of [declared, streamed])
      expect(response instanceof Response ? response.status : 413).toBe(413);
    expect(await healthOf()).toEqual(HEALTHY);
  });

  it('does not delay others with bodies that never end', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query":`;
    const sockets = Array.from({ length: 200 }, () => connect(port, '127.0.0.1'));
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.write(head);
    }
    await pause(200);

    expect(await healthOf()).toEqual(HEALTHY);
    for (const socket of sockets) socket.destroy();
    expect(await healthOf()).toEqual(HEALTHY);
  });

  it('does no harm by disconnecting during a response', async () => {
    const query =
      '{ positions(first: 100) { nodes { summary document { text } evidence { exact } } } }';
    await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const client = new AbortController();
        const request = fetch(url(), {
          method: 'POST',
          headers: JSON_TYPE,
          body: JSON.stringify({ query }),
          signal: client.signal,
        }).then(async (response) => {
          if (i % 2 === 0) await response.body?.cancel();
          else await response.text();
        });
        setTimeout(() => client.abort(), i * 5);
        await request.catch(() => {});
      }),
    );

    expect(await healthOf()).toEqual(HEALTHY);
  });

  it('gets 400 for bytes that are not HTTP', async () => {
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
    socket.write('\0\0 nonsense\r\n\r\n');
    await once(socket, 'close');

    expect(reply).toContain('400 Bad Request');
    expect(await healthOf()).toEqual(HEALTHY);
  });
});

function partyOfParty(depth: number): string {
  return `{ actor(slug: "hamas") ${'{ party(on: "2007-02-27") '.repeat(depth)}{ slug }${' }'.repeat(depth)} }`;
}

function endless(size: number): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(100_000));
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      controller.enqueue(chunk);
      sent += chunk.length;
      if (sent >= size) controller.close();
    },
  });
}
