/**
 * An exclusive lock on a data folder, held by the operating system while the process lives: it cannot
 * become stale, be taken from a live process, or be confused by a reused PID. It is a lock on a SQLite
 * file: Node has SQLite built in, but no file locks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#src/domain/failure.ts';

const SQLITE_BUSY = 5;
/** How long the database of a killed process may take to close its files. */
const TIMEOUT_MS = 30_000;
const RETRY_MS = 50;

/** Keeps the connections, and so the locks, from being garbage-collected. */
const held: DatabaseSync[] = [];

/**
 * Acquires the lock on behalf of the parent process `pid`. If the holder was just killed, waits until its
 * database has exited. Throws `STORE_IN_USE`, with the holder's PID.
 */
export function lockFolder(folder: string, pid: number): void {
  for (let waited = 0; !tryLock(folder); waited += RETRY_MS) {
    const holder = readHolder(folder);
    if (holder === null || isAlive(holder.pid)) {
      if (holder !== null || waited >= TIMEOUT_MS) throw inUse(folder, holder?.pid ?? null);
    } else if (waited >= TIMEOUT_MS) {
      throw new Failure(
        'STORE_IN_USE',
        `The data folder ${folder} is still in use by process ${holder.databasePid}, the database of process ${holder.pid}, which was killed. ` +
          `End it (kill -9 ${holder.databasePid}) and start again.`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
  }
  writeFileSync(pidFile(folder), `${pid}\n${process.pid}\n`);
}

function tryLock(folder: string): boolean {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    // Never committed: held until the process exits.
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
  held.push(lock);
  return true;
}

function inUse(folder: string, pid: number | null): Failure {
  return new Failure(
    'STORE_IN_USE',
    `The data folder ${folder} is in use by process ${pid ?? '(unknown)'}. ` +
      'End that process first, or set DEMARCHE_DATA to another folder.',
  );
}

interface Holder {
  readonly pid: number;
  /** The database's own process, a child of `pid`. */
  readonly databasePid: number;
}

function readHolder(folder: string): Holder | null {
  try {
    const [pid, databasePid] = readFileSync(pidFile(folder), 'utf8').split('\n').map(Number);
    return pid && databasePid ? { pid, databasePid } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Exited, but still listed until its parent reads the exit status. Detected on Linux only. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function pidFile(folder: string): string {
  return join(folder, 'server.pid');
}
