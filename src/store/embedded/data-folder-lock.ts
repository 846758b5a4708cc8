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
/** How long the database of a process that has ended may take to close its files. */
const PATIENCE_MS = 30_000;
const AGAIN_AFTER_MS = 50;

/** Keeps the connections, and with them the locks, from being collected. */
const held: DatabaseSync[] = [];

/**
 * Takes the lock for the process with id `pid`, or fails with the holder's. Where the holder has
 * just been killed, this waits until its database has noticed and let go.
 */
export function lockFolder(folder: string, pid: number): void {
  for (let waited = 0; !tryLock(folder); waited += AGAIN_AFTER_MS) {
    const holder = readHolder(folder);
    if (holder === null || isAlive(holder.pid)) {
      if (holder !== null || waited >= PATIENCE_MS) throw inUse(folder, holder?.pid ?? null);
    } else if (waited >= PATIENCE_MS) {
      throw new Failure(
        'STORE_IN_USE',
        `The data folder ${folder} is still held by process ${holder.databasePid}, which process ${holder.pid} left behind when it was killed. ` +
          `End it (kill -9 ${holder.databasePid}) and start again.`,
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_AFTER_MS);
  }
  writeFileSync(pidFile(folder), `${pid}\n${process.pid}\n`);
}

function tryLock(folder: string): boolean {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    // Held until the process ends: the transaction is never committed.
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
  /** The embedded database's own process, whose parent `pid` is. */
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

/** Dead, but still listed until its parent takes note, which may be long; Linux tells. */
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
