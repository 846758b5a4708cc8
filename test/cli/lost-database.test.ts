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
} from './processes.ts';

type Folder = { readonly DEMARCHE_DATA: string };

/** One server for all of them, in this order: each leaves it as it found it, but for the last. */
describe('a server whose embedded database ends', () => {
  const newFolder = useEmbeddedFolder();
  let environment: Folder;
  let server: ServerProcess;
  beforeAll(async () => {
    environment = await newFolder();
    server = await startServerProcess(environment);
  });

  it('says so, refuses what needs it, and answers again when it is back', async () => {
    const [holder, database] = await holders(environment);

    kill(database);
    const refused = await until(
      () => ask(server.url, '{ comparison(actors: ["hamas"]) { revision } }'),
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
      reason: 'The embedded database ended (SIGKILL) and is being started again.',
    });
    expect(alive.status).toBe(200);
    expect(revision).toBe(1);
    expect([holder, holderNow]).toEqual([server.process.pid, server.process.pid]);
    expect(databaseNow).not.toBe(database);
    expect(second).toMatchObject({ code: 1 });
    expect(second.stderr).toContain(`in use by process ${server.process.pid}.`);
    expect(server.stdout()).toContain('"message":"embedded database ended"');
    expect(server.stdout()).toContain('"message":"embedded database restarted"');
  });

  it('notices an engine that breaks within its process, and starts another', async () => {
    const joined = await openStore({
      databaseUrl: null,
      dataFolder: environment.DEMARCHE_DATA,
      access: 'join',
    });

    // Brackets within brackets exhaust the stack of the engine's machine before its own limit.
    const deep = joined.sql(`SELECT repeat('[', $1::int)::jsonb`, [3_000_000]);
    await expect(deep).rejects.toThrow('Connection terminated');
    await until(
      () => ready(server.url),
      ({ status }) => status === 200,
    );
    await joined.close();

    expect(server.stdout()).toContain('The engine broke: a statement was left without a reply');
    expect(await queryRevision(server.url)).toBe(1);
  });

  it('ends and says why when its database does not stay, and the next process works', async () => {
    let killed: number | undefined;
    const killing = setInterval(() => {
      holders(environment).then(
        ([holder, database]) => {
          if (holder !== server.process.pid || database === killed) return;
          killed = database;
          kill(database);
        },
        // The note is being written, or that process has ended already.
        () => {},
      );
    }, 10);
    const ended = await server.ended;
    clearInterval(killing);

    expect(ended).toEqual([1, null]);
    expect(server.stderr()).toMatch(
      /Shutting down: The embedded database was started 5 times within a minute/,
    );
    expect(await countRevisions(environment)).toBe(1);
  });
});

/** Of no other process: 0 would be all of ours. */
function kill(pid: number | undefined): void {
  if (pid === undefined || !(pid > 1)) throw new Error(`no process: ${pid}`);
  process.kill(pid, 'SIGKILL');
}

/** The server's process and its database's, as the lock's note names them. */
async function holders({ DEMARCHE_DATA }: Folder): Promise<readonly number[]> {
  const note = await readFile(join(DEMARCHE_DATA, 'server.pid'), 'utf8');
  return note.trim().split('\n').map(Number);
}

async function ask(url: string, query: string) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const body: unknown = await answer.json();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body };
}

async function ready(url: string) {
  const answer = await fetch(new URL('/ready', url));
  const body: unknown = await answer.json();
  return { status: answer.status, body };
}
