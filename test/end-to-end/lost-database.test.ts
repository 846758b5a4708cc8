import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { until } from '#test/server/test-server.ts';
import { runCli } from '#test/support/cli.ts';
import {
  countRevisions,
  queryRevision,
  type ServerProcess,
  startServerProcess,
  useEmbeddedFolder,
} from './server-process.ts';

type Folder = { readonly DEMARCHE_DATA: string };

/** All tests share one server, in this order: each leaves it running, except the last. */
describe('a server whose embedded database exits', () => {
  const newFolder = useEmbeddedFolder();
  let environment: Folder;
  let server: ServerProcess;
  beforeAll(async () => {
    environment = await newFolder();
    server = await startServerProcess(environment);
  });

  it('logs the exit, rejects queries with STORE_UNREACHABLE, and answers them after the restart', async () => {
    const [holder, database] = await holders(environment);

    kill(database);
    const refused = await until(
      () => query(server.url, '{ comparison(actors: ["hamas"]) { revision } }'),
      ({ status }) => status === 503,
    );
    const unready = await ready(server.url);
    const alive = await fetch(new URL('/health', server.url));
    await until(
      () => ready(server.url),
      ({ status }) => status === 200,
    );
    const revision = await queryRevision(server.url);
    const [holderNow, databaseNow] = await holders(environment);
    const second = await runCli(['serve'], { ...environment, PORT: '0' });

    expect(refused.retryAfter).toBe('2');
    expect(refused.body).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNREACHABLE' } }] });
    expect(JSON.stringify(refused.body)).not.toMatch(/ECONN|socket|\/tmp|postgres/i);
    expect(unready.status).toBe(503);
    expect(unready.body).toEqual({
      status: 'database unreachable',
      reason: 'The embedded database exited (SIGKILL) and is restarting.',
    });
    expect(alive.status).toBe(200);
    expect(revision).toBe(1);
    expect([holder, holderNow]).toEqual([server.process.pid, server.process.pid]);
    expect(databaseNow).not.toBe(database);
    expect(second).toMatchObject({ code: 1 });
    expect(second.stderr).toContain(`in use by process ${server.process.pid}.`);
    expect(server.stdout()).toContain('"message":"embedded database exited"');
    expect(server.stdout()).toContain('"message":"embedded database restarted"');
  });

  it('restarts a database whose engine fails while its process keeps running', async () => {
    const joined = await openStore({
      databaseUrl: null,
      dataFolder: environment.DEMARCHE_DATA,
      access: 'join',
    });

    // Nested brackets exhaust the WebAssembly stack before PostgreSQL's own limit applies.
    const deep = joined.sql(`SELECT repeat('[', $1::int)::jsonb`, [3_000_000]);
    await expect(deep).rejects.toThrow('Connection terminated');
    await until(
      () => ready(server.url),
      ({ status }) => status === 200,
    );
    await joined.close();

    expect(server.stdout()).toContain('The database engine failed: no reply to a statement');
    expect(await queryRevision(server.url)).toBe(1);
  });

  it('shuts down with the reason when the database keeps exiting, and the next process can open it', async () => {
    let killed: number | undefined;
    const killing = setInterval(() => {
      holders(environment).then(
        ([holder, database]) => {
          if (holder !== server.process.pid || database === killed) return;
          killed = database;
          kill(database);
        },
        // The PID file is being written, or the process has exited already.
        () => {},
      );
    }, 10);
    const ended = await server.ended;
    clearInterval(killing);

    expect(ended).toEqual([1, null]);
    expect(server.stderr()).toMatch(
      /Shutting down: The embedded database was restarted 5 times within a minute/,
    );
    expect(await countRevisions(environment)).toBe(1);
  });
});

/** Refuses 0 and 1: `kill 0` would signal this whole process group. */
function kill(pid: number | undefined): void {
  if (pid === undefined || !(pid > 1)) throw new Error(`not a process to kill: ${pid}`);
  process.kill(pid, 'SIGKILL');
}

/** PIDs of the server and of its database, from the PID file beside the lock. */
async function holders({ DEMARCHE_DATA }: Folder): Promise<readonly number[]> {
  const pids = await readFile(join(DEMARCHE_DATA, 'server.pid'), 'utf8');
  return pids.trim().split('\n').map(Number);
}

async function query(url: string, text: string) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: text });
  const response = await fetch(url, { method: 'POST', headers, body });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (await response.json()) as unknown,
  };
}

async function ready(url: string) {
  const response = await fetch(new URL('/ready', url));
  const body: unknown = await response.json();
  return { status: response.status, body };
}
