import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { makePlace } from '#test/support/place.ts';
import { serveStore, until } from '../serving.ts';

const QUERY = '{ positions(first: 1) { nodes { evidence { exact } } } }';

// Where the database is embedded, it is a process of the server's: test/cli/lost-database.test.ts.
describe.runIf(inject('template').kind === 'server')('a server whose PostgreSQL goes away', () => {
  it('says so, refuses, and answers again when it has returned', async () => {
    const place = await makePlace('seeded');
    const there = new URL(place.options.databaseUrl ?? '');
    const way = await openWay(there);
    const databaseUrl = Object.assign(new URL(there), { host: `127.0.0.1:${way.port}` }).href;
    const store = await openStore({ databaseUrl, dataFolder: '' });
    const server = await serveStore(() => Promise.resolve(store));
    onTestFinished(async () => {
      await server.stop();
      await store.close();
      await way.close();
      await place.remove();
    });
    const ready = async () => {
      const answer = await fetch(server.at('/ready'));
      return { status: answer.status, body: (await answer.json()) as unknown };
    };
    const before = await (await server.ask(QUERY)).text();

    await way.close();
    const refused = await server.ask(QUERY);
    const unready = await ready();
    await way.open();
    await until(ready, ({ status }) => status === 200);
    const after = await (await server.ask(QUERY)).text();

    expect(before).toContain('"exact"');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(await refused.text()).toContain('"code":"STORE_UNREACHABLE"');
    expect(unready).toEqual({
      status: 503,
      body: { status: 'database unreachable', reason: 'The database does not answer.' },
    });
    expect(after).toBe(before);
    expect(server.lines().filter(({ message }) => message.includes('masked'))).toEqual([]);
  });
});

/** A way to the server that can be closed and opened again, on the same port. */
async function openWay({ hostname, port }: URL) {
  const sockets = new Set<Socket>();
  let way: Server;
  let own = 0;
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      way = createServer((near) => {
        const far = connect(Number(port || 5432), hostname);
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.once('error', () => other.destroy()).once('close', () => other.destroy());
        }
        near.pipe(far).pipe(near);
      });
      way.listen(own, '127.0.0.1', () => {
        own = (way.address() as { port: number }).port;
        resolve();
      });
    });
  await open();
  return {
    port: own,
    open,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        way.close(() => resolve());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}
