/**
 * The embedded PostgreSQL: a process of its own, so that a slow query never freezes the server.
 * Started by embedded.ts with the data folder, the socket's folder, and whether other processes may
 * join. It ends when told to, or when its parent is gone; signals from the terminal are the parent's
 * business.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Failure, invariant } from '#src/domain/failure.ts';
import type { FromEmbedded } from './child-messages.ts';
import { lockFolder } from './data-folder-lock.ts';
import { watchEngine } from './detect-engine-failure.ts';
import { keepExchangesWhole } from './isolate-statements.ts';
import { noteSocket, removeSocketNote, SOCKET } from './socket-file.ts';

const MAX_CONNECTIONS = 32;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

/** Until the database is open there is nothing to close: a draft of it is made anew next time. */
let end: () => Promise<void> | void = () => process.exit(0);
let stopping = false;
process.on('message', () => void end());
process.on('disconnect', () => void end());

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

/**
 * Ends this process, whose parent starts another: a broken engine would leave every statement
 * waiting for ever. On its way out it is not asked to do anything, and may say what it likes.
 */
function onBroken(reason: string): void {
  if (stopping) return;
  writeSync(process.stderr.fd, `The engine broke: ${reason}\n`);
  process.exit(1);
}

async function main(dataFolder: string, socketFolder: string, shared: boolean): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  lockFolder(dataFolder, process.ppid);
  removeSocketNote(dataFolder);
  const place = join(dataFolder, 'postgres');
  if (!existsSync(place)) {
    tell({ kind: 'creating' });
    await createCluster(place);
  }
  const db = await PGlite.create({ dataDir: place });
  watchEngine(db, onBroken);
  keepExchangesWhole(db);
  const server = new PGLiteSocketServer({
    db,
    path: join(socketFolder, SOCKET),
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  if (shared) noteSocket(dataFolder, socketFolder);

  end = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    await db.close();
    rmSync(socketFolder, { recursive: true, force: true });
    process.exit(0);
  };
  tell({ kind: 'ready' });
}

try {
  const [, , dataFolder, socketFolder, sharing] = process.argv;
  invariant(dataFolder && socketFolder, 'started with a data folder and a socket folder');
  await main(dataFolder, socketFolder, sharing === 'shared');
} catch (error) {
  const failed: FromEmbedded = {
    kind: 'failed',
    code: error instanceof Failure ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
  };
  // A half-opened database would keep this process, and with it the lock, alive.
  if (process.connected) process.send?.(failed, () => process.exit(1));
  else process.exit(1);
}
