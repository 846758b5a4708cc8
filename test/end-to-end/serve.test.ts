import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ACTORS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { runCli, startCli } from '#test/support/cli.ts';
import {
  countRevisions,
  endServerProcess,
  queryRevision,
  startServerProcess,
  useEmbeddedFolder,
} from './server-process.ts';

describe('demarche serve with the embedded database', () => {
  const newFolder = useEmbeddedFolder();

  it('rejects a second server, shares its database with commands, and exits with 0 on SIGTERM', async () => {
    const environment = await newFolder();
    const server = await startServerProcess(environment);
    const files = await writeFiles({ 'actors.yaml': ACTORS });

    const second = await runCli(['serve'], { ...environment, PORT: '0' });
    const imported = await runCli(['import', files], environment);
    const seen = await queryRevision(server.url);
    const [checked, parsed] = await Promise.all([
      runCli(['check', 'seeds/codings'], environment),
      runCli(['parse', '--json', 'seeds/documents/06MOSCOW1637.txt'], environment),
    ]);
    const ended = await endServerProcess(server, 'SIGTERM');

    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain(`in use by process ${server.process.pid}.`);
    expect(second.stderr).not.toMatch(/^\s+at /m);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.stdout).toMatch(/revision 2: 4 actors/);
    expect(seen).toBe(2);
    expect(checked.stdout).toMatch(/6 files valid; 0 positions differ/);
    expect(parsed.code).toBe(0);
    expect(ended).toEqual([0, null]);
  });

  it('exits with 0 on SIGINT, and leaves a usable folder after SIGINT and SIGKILL', async () => {
    const environment = await newFolder();

    const interrupted = await endServerProcess(await startServerProcess(environment), 'SIGINT');
    const killed = await endServerProcess(await startServerProcess(environment), 'SIGKILL');

    expect(interrupted).toEqual([0, null]);
    expect(killed).toEqual([null, 'SIGKILL']);
    expect(await countRevisions(environment)).toBe(1);
  });

  it('leaves a usable folder when killed while creating the database', async () => {
    const { DEMARCHE_DATA } = await newFolder();
    const environment = { DEMARCHE_DATA: join(DEMARCHE_DATA, 'first') };
    const first = startCli(['serve'], { ...environment, PORT: '0' });
    const ended = once(first, 'exit');
    if (first.stderr) await once(first.stderr, 'data');

    first.kill('SIGKILL');
    await ended;
    const next = await runCli(['check', 'seeds/codings/C05763811.yaml'], environment);

    expect(next).toMatchObject({ code: 0, stdout: expect.stringContaining('1 file valid') });
  });

  it.runIf(process.platform === 'linux')(
    'holds the lock of a server that was killed before its database took it',
    async () => {
      const environment = await newFolder();
      const first = startCli(['serve'], { ...environment, PORT: '0' });
      const ended = once(first, 'exit');
      const children = `/proc/${first.pid}/task/${first.pid}/children`;
      const holder = join(environment.DEMARCHE_DATA, 'server.pid');
      rmSync(holder, { force: true });
      while (readFileSync(children, 'utf8') === '') await pause(1);

      first.kill('SIGKILL');
      await ended;

      // The database starts after all, without a parent, and ends. Whoever comes next waits for that.
      while (!existsSync(holder)) await pause(1);
      expect(readFileSync(holder, 'utf8').split('\n')[0]).toBe(String(first.pid));
      expect(await countRevisions(environment)).toBe(1);
    },
  );
});

describe('demarche serve with invalid settings', () => {
  it('reports a port in use before it opens the corpus', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as { port: number };

    const { code, stderr } = await runCli(['serve'], {
      PORT: String(port),
      DEMARCHE_DATA: '/dev/null/nowhere',
    });

    expect(code).toBe(1);
    expect(stderr).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop the process that uses it, or set PORT to another port.\n`,
    );
    other.close();
  });

  it.each([
    [
      { DATABASE_URL: 'postgresql://user:geheim@127.0.0.1:1/demarche' },
      /Cannot connect to 127\.0\.0\.1:1\/demarche \(DATABASE_URL\): no server listens/,
    ],
    [{ DATABASE_URL: 'postgresql://user:geheim@no-such-host.invalid/demarche' }, /host not found/],
    [
      { DATABASE_URL: 'the database' },
      /is not a PostgreSQL URL with a database name\. Example: postgresql:/,
    ],
    [{ DATABASE_URL: 'mysql://localhost/demarche' }, /is not a PostgreSQL URL/],
    [
      { DEMARCHE_DATA: '/dev/null/nowhere' },
      /Cannot open the data folder \/dev\/null\/nowhere: ENOTDIR/,
    ],
    [{ PORT: 'http' }, /PORT is "http"; it must be a whole number, from 0 to 65535/],
    [{ HOST: '192.0.2.1' }, /Cannot listen on 192\.0\.2\.1:0/],
  ])('reports %o', async (settings, message) => {
    const { code, stdout, stderr } = await runCli(['serve'], {
      PORT: '0',
      DEMARCHE_DATA: '/dev/null/nowhere',
      ...settings,
    });

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |geheim|bug in Démarche/m);
  });
});
