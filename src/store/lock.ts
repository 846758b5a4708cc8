/**
 * An exclusive lock on a data folder, held by the operating system for as long as the process
 * lives: it cannot go stale, be stolen from a live process, or be mistaken after a PID is reused.
 * SQLite, which Node carries, is the way to a file lock without a native add-on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#src/domain/failure.ts';

const SQLITE_BUSY = 5;

/** Takes the lock for the server with process id `pid`, or fails with the holder's. */
export function lockFolder(folder: string, pid: number): void {
  const pidFile = join(folder, 'server.pid');
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    // Held until the process ends: the transaction is never committed.
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY))
      throw error;
    throw new Failure(
      'STORE_IN_USE',
      `The data folder ${folder} is in use by process ${readPid(pidFile)}. ` +
        'End that process first, or set DEMARCHE_DATA to another folder.',
    );
  }
  held.push(lock);
  writeFileSync(pidFile, `${pid}\n`);
}

/** Keeps the connections, and with them the locks, from being collected. */
const held: DatabaseSync[] = [];

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim() || '(unknown)';
  } catch {
    return '(unknown)';
  }
}
