/** A note beside the lock that tells other processes where a shared embedded database is reached. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The socket's name in its folder, as PostgreSQL's clients look for it. */
export const SOCKET = '.s.PGSQL.5432';

/** Only the holder of the folder's lock writes or removes the note. */
export function noteSocket(dataFolder: string, socketFolder: string): void {
  writeFileSync(noteFile(dataFolder), `${socketFolder}\n`, { mode: 0o600 });
}

export function removeSocketNote(dataFolder: string): void {
  rmSync(noteFile(dataFolder), { force: true });
}

/** The folder of the socket; null if nobody shares the database. */
export function readSocketNote(dataFolder: string): string | null {
  try {
    return readFileSync(noteFile(dataFolder), 'utf8').trim();
  } catch {
    return null;
  }
}

function noteFile(dataFolder: string): string {
  return join(dataFolder, 'server.socket');
}
