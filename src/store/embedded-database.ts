/**
 * The embedded PostgreSQL: a process of its own, so that a slow query never freezes the server.
 * Started by embedded.ts with the data folder and the socket's folder as arguments. It ends when told to, or when its
 * parent is gone; signals from the terminal are the parent's business.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Failure, invariant } from '#src/domain/failure.ts';
import type { FromEmbedded } from './embedded-messages.ts';
import { lockFolder } from './lock.ts';

const MAX_CONNECTIONS = 32;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

function tell(message: FromEmbedded): void {
  if (process.connected) process.send?.(message);
}

/** A cluster is made beside its place and moved there whole, so that a killed start leaves no half. */
async function createCluster(place: string): Promise<void> {
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: draft });
  await db.close();
  renameSync(draft, place);
}

async function main(dataFolder: string, socketFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  lockFolder(dataFolder, process.ppid);
  const place = join(dataFolder, 'postgres');
  if (!existsSync(place)) {
    tell({ kind: 'creating' });
    await createCluster(place);
  }
  const db = await PGlite.create({ dataDir: place });
  const server = new PGLiteSocketServer({
    db,
    path: join(socketFolder, '.s.PGSQL.5432'),
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    await db.close();
    rmSync(socketFolder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on('message', () => void stop());
  process.on('disconnect', () => void stop());
  tell({ kind: 'ready' });
}

try {
  const [, , dataFolder, socketFolder] = process.argv;
  invariant(dataFolder && socketFolder, 'started with a data folder and a socket folder');
  await main(dataFolder, socketFolder);
} catch (error) {
  tell({
    kind: 'failed',
    code: error instanceof Failure ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
  });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}
