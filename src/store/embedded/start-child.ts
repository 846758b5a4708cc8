import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '#src/domain/failure.ts';
import type { FromEmbedded, ToEmbedded } from './child-messages.ts';
import { reportsFullDisk } from './disk-full.ts';

export interface EmbeddedProcess {
  /** Resolves when the database takes connections; fails if it cannot be opened. */
  readonly ready: Promise<void>;
  /** Closes the database and waits until its process has ended. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedEnd {
  /** How: an exit code or a signal. */
  readonly how: string;
  /** What it said last, for the log alone. */
  readonly complaint: string;
}

/** How long the database may take to close before it is killed, which it survives. */
const PATIENCE_MS = 15_000;
/** A new segment of PostgreSQL's log takes 16 MB, without which it does not open. */
const ROOM_TO_OPEN = 17 * 1024 * 1024;

/**
 * Starts a process with the embedded database on `dataFolder`, reached by a socket in
 * `socketFolder`. `on.creating` is called before a new one is made, which takes seconds; `on.ended`
 * if an open one ends without having been asked to. A shared one can be joined by other processes
 * (join-embedded.ts).
 */
export function startEmbedded(
  dataFolder: string,
  socketFolder: string,
  shared: boolean,
  on: { readonly creating: () => void; readonly ended: (end: EmbeddedEnd) => void },
): EmbeddedProcess {
  const entry = fileURLToPath(new URL('child-entry.ts', import.meta.url));
  const child = fork(entry, [dataFolder, socketFolder, shared ? 'shared' : 'private'], {
    // Node's SQLite, which is stable in all that the lock uses, still announces itself.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    complaint = (complaint + chunk).slice(-4000);
  });
  let opened = false;
  let asked = false;
  const ready = untilReady(child, dataFolder, on.creating, () => complaint).then(() => {
    opened = true;
  });
  child.once('close', (code, signal) => {
    if (opened && !asked) on.ended({ how: signal ?? `code ${code}`, complaint: complaint.trim() });
  });
  return {
    ready,
    stop: async () => {
      asked = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.send({ kind: 'stop' } satisfies ToEmbedded, () => {});
      const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatient);
    },
  };
}

function untilReady(
  child: ChildProcess,
  dataFolder: string,
  onCreating: () => void,
  complaint: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromEmbedded) => {
      if (message.kind === 'creating') onCreating();
      else if (message.kind === 'ready') resolve();
      else if (message.code !== null) reject(new Failure(message.code, message.message));
      else reject(cannotOpen(dataFolder, message.message));
    });
    child.once('error', reject);
    child.once('exit', () => reject(cannotOpen(dataFolder, complaint())));
  });
}

function cannotOpen(dataFolder: string, reason: string): Failure {
  return reportsFullDisk(reason) || !hasRoom(dataFolder)
    ? new Failure(
        'STORE_FULL',
        `The disk that holds the data folder ${dataFolder} is full: it needs 17 MB to open. Make room and start again.`,
      )
    : new Failure(
        'STORE_UNREACHABLE',
        `The data folder ${dataFolder} cannot be opened: ${reason.split('\n')[0] ?? 'unknown reason'}. ` +
          'Check that it is writable, restore a backup into it, or set DEMARCHE_DATA to another folder.',
      );
}

function hasRoom(dataFolder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dataFolder);
    return bavail * bsize >= ROOM_TO_OPEN;
  } catch {
    return true;
  }
}
