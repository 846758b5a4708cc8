/** A throw-away PostgreSQL of its own, from Debian's binaries: made, used, stopped and deleted. */
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/**
 * Nothing here is worth keeping, so nothing waits for the disk. Memory is what a server of this
 * size would be given; workers per query are left as they come, so that a query may use both cores.
 */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'shared_buffers=1GB',
  'work_mem=128MB',
  'maintenance_work_mem=512MB',
  'effective_cache_size=4GB',
  'random_page_cost=1.1',
  'max_wal_size=8GB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
];

export interface Cluster {
  readonly version: string;
  readonly folder: string;
  readonly postmaster: number;
  readonly url: (database: string) => string;
  /** Stops and deletes it; may be called again. */
  readonly destroy: () => Promise<void>;
}

/** Debian's newest server binaries. */
export function findBinaries(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const found = versions
    .toSorted((a, b) => b - a)
    .map((version) => join(DEBIAN, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined) {
    throw new Error(`There is no PostgreSQL in ${DEBIAN}. Install it: apt-get install postgresql`);
  }
  return found;
}

export async function startCluster(): Promise<Cluster> {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    chownSync(folder, Number(stdout), -1);
  }
  const asPostgres = (program: string, args: readonly string[]) => {
    const command = [join(bin, program), ...args];
    const whole = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    return run(whole[0] ?? '', whole.slice(1), { cwd: folder });
  };
  let gone = false;
  const destroy = async (): Promise<void> => {
    if (gone) return;
    gone = true;
    await asPostgres('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort();
    const kind = ['-U', 'demarche', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'];
    await asPostgres('initdb', ['-D', data, ...kind]);
    const options = `-p ${port} -k ${folder} ${SETTINGS.map((one) => `-c ${one}`).join(' ')}`;
    await asPostgres('pg_ctl', [
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-w',
      '-o',
      options,
      'start',
    ]);
    const { stdout: pid } = await run('head', ['-n', '1', join(data, 'postmaster.pid')]);
    const { stdout: version } = await run(join(bin, 'postgres'), ['--version']);
    const url = (database: string) => `postgresql://demarche@127.0.0.1:${port}/${database}`;
    return { version: version.trim(), folder, postmaster: Number(pid), url, destroy };
  } catch (error) {
    await destroy();
    throw error;
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
