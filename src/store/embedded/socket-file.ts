/** A file beside the lock that holds the path of a shared embedded database's socket. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The socket's file name, as PostgreSQL clients expect it. */
export const SOCKET = '.s.PGSQL.5432';

/** Publishes the socket's folder. Only the holder of the data folder's lock may call it. */
export function writeSocketFile(dataFolder: string, socketFolder: string): void {
  writeFileSync(socketFile(dataFolder), `${socketFolder}\n`, { mode: 0o600 });
}

/** Withdraws it. Only the holder of the data folder's lock may call it. */
export function removeSocketFile(dataFolder: string): void {
  rmSync(socketFile(dataFolder), { force: true });
}

/** The socket's folder; null if the database is not shared. */
export function readSocketFile(dataFolder: string): string | null {
  try {
    return readFileSync(socketFile(dataFolder), 'utf8').trim();
  } catch {
    return null;
  }
}

function socketFile(dataFolder: string): string {
  return join(dataFolder, 'server.socket');
}
