/**
 * The embedded PostgreSQL, in a process of its own, so that a slow query does not block the server.
 * Arguments: the parent's PID, data folder, socket folder, and `shared` if other processes may join. Exits
 * on a stop message or when its parent exits; it ignores the terminal's signals, which the parent handles.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { Failure, invariant } from '#src/domain/failure.ts';
import type { ChildMessage } from './child-messages.ts';
import { lockFolder } from './data-folder-lock.ts';
import { detectEngineFailure } from './detect-engine-failure.ts';
import { isolateStatements } from './isolate-statements.ts';
import { removeSocketFile, SOCKET, writeSocketFile } from './socket-file.ts';

const MAX_CONNECTIONS = 32;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

/** Before the database is open there is nothing to close: an unfinished cluster is created anew. */
let stop: () => Promise<void> | void = () => process.exit(0);
let isStopping = false;
process.on('message', () => void stop());
process.on('disconnect', () => void stop());

function send(message: ChildMessage): void {
  if (process.connected) process.send?.(message);
}

/** Creates the cluster under a temporary name and renames it, so that `folder` is always complete. */
async function createCluster(folder: string): Promise<void> {
  const temporary = `${folder}.new`;
  rmSync(temporary, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: temporary });
  await db.close();
  renameSync(temporary, folder);
}

/**
 * Exits, and the parent starts another process: statements on a broken engine would wait for ever.
 * Ignored while stopping, when the engine is not used any more.
 */
function onEngineFailure(reason: string): void {
  if (isStopping) return;
  writeSync(process.stderr.fd, `The database engine failed: ${reason}\n`);
  process.exit(1);
}

async function main(
  parent: number,
  dataFolder: string,
  socketFolder: string,
  shared: boolean,
): Promise<void> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // Not process.ppid, which is another's if the parent has been killed meanwhile.
  lockFolder(dataFolder, parent);
  removeSocketFile(dataFolder);
  const cluster = join(dataFolder, 'postgres');
  if (!existsSync(cluster)) {
    send({ kind: 'creating' });
    await createCluster(cluster);
  }
  const db = await PGlite.create({ dataDir: cluster });
  detectEngineFailure(db, onEngineFailure);
  isolateStatements(db);
  const server = new PGLiteSocketServer({
    db,
    path: join(socketFolder, SOCKET),
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  if (shared) writeSocketFile(dataFolder, socketFolder);

  stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    await db.close();
    rmSync(socketFolder, { recursive: true, force: true });
    stop = () => process.exit(0);
    // The parent then kills this process, which on its own would first finish optimizing the engine.
    if (process.connected) send({ kind: 'closed' });
    else process.exit(0);
  };
  send({ kind: 'ready' });
}

try {
  const [, , parent, dataFolder, socketFolder, access] = process.argv;
  invariant(parent && dataFolder && socketFolder, 'requires a PID, a data and a socket folder');
  await main(Number(parent), dataFolder, socketFolder, access === 'shared');
} catch (error) {
  const failed: ChildMessage = {
    kind: 'failed',
    code: error instanceof Failure ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
  };
  // A half-opened database would keep this process alive, and with it the lock.
  if (process.connected) process.send?.(failed, () => process.exit(1));
  else process.exit(1);
}
