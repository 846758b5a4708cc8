import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { makePlace } from '#test/support/place.ts';
import { startTestServer, until } from '../test-server.ts';

const QUERY = '{ positions(first: 1) { nodes { evidence { exact } } } }';

// For the embedded database, see test/cli/lost-database.test.ts.
describe.runIf(inject('template').kind === 'server')('a lost PostgreSQL connection', () => {
  it('fails readiness and requests with 503, and recovers once the database is back', async () => {
    const place = await makePlace('seeded');
    const databaseServer = new URL(place.options.databaseUrl ?? '');
    const proxy = await openProxy(databaseServer);
    const databaseUrl = Object.assign(new URL(databaseServer), {
      host: `127.0.0.1:${proxy.port}`,
    }).href;
    const store = await openStore({ databaseUrl, dataFolder: '' });
    const server = await startTestServer(() => Promise.resolve(store));
    onTestFinished(async () => {
      await server.stop();
      await store.close();
      await proxy.close();
      await place.remove();
    });
    const ready = async () => {
      const response = await fetch(server.urlOf('/ready'));
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const before = await (await server.post(QUERY)).text();

    await proxy.close();
    const rejected = await server.post(QUERY);
    const unready = await ready();
    await proxy.open();
    await until(ready, ({ status }) => status === 200);
    const after = await (await server.post(QUERY)).text();

    expect(before).toContain('"exact"');
    expect(rejected.status).toBe(503);
    expect(rejected.headers.get('retry-after')).toBe('2');
    expect(await rejected.text()).toContain('"code":"STORE_UNREACHABLE"');
    expect(unready).toEqual({
      status: 503,
      body: { status: 'database unreachable', reason: 'The database does not respond.' },
    });
    expect(after).toBe(before);
    expect(server.logEntries().filter(({ message }) => message.includes('masked'))).toEqual([]);
  });
});

/** A TCP proxy to the database that can be closed and opened again on the same port. */
async function openProxy(target: URL) {
  const sockets = new Set<Socket>();
  let proxy: Server;
  let port = 0;
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      proxy = createServer((near) => {
        const far = connect(Number(target.port || 5432), target.hostname);
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.once('error', () => other.destroy()).once('close', () => other.destroy());
        }
        near.pipe(far).pipe(near);
      });
      proxy.listen(port, '127.0.0.1', () => {
        port = (proxy.address() as { port: number }).port;
        resolve();
      });
    });
  await open();
  return {
    port,
    open,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}
