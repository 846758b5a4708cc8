import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '#src/domain/failure.ts';
import type { ChildMessage, StopMessage } from './child-messages.ts';
import { reportsFullDisk } from './disk-full.ts';

/** A running process of the embedded database. */
export interface DatabaseProcess {
  /** Resolves when the database accepts connections; rejects if it cannot be opened. */
  readonly ready: Promise<void>;
  /** Closes the database and waits for its process to exit. */
  readonly stop: () => Promise<void>;
}

export interface DatabaseExit {
  /** Exit code or signal. */
  readonly status: string;
  /** The last of its error output. For the log only: it may name files. */
  readonly stderr: string;
}

export interface ChildOptions {
  readonly dataFolder: string;
  /** Folder of the Unix socket. */
  readonly socketFolder: string;
  /** Whether other processes may join (join-database.ts). */
  readonly shared: boolean;
  /** Called before a new database is created, which takes seconds. */
  readonly onCreating: () => void;
  /** Called when an open database exits without `stop`. */
  readonly onExit: (exit: DatabaseExit) => void;
}

/** How long the database may take to close before it is killed, which it survives. */
const CLOSE_TIMEOUT_MS = 15_000;
/** To open, PostgreSQL needs room for a new segment of its write-ahead log, of 16 MB. */
const MIN_FREE_BYTES = 17 * 1024 * 1024;

/** Starts a process that opens or creates the embedded database. */
export function startChild(options: ChildOptions): DatabaseProcess {
  const { dataFolder, socketFolder, shared } = options;
  const entry = fileURLToPath(new URL('child-entry.ts', import.meta.url));
  const access = shared ? 'shared' : 'exclusive';
  const child = fork(entry, [String(process.pid), dataFolder, socketFolder, access], {
    // The warning is of node:sqlite, which the lock uses.
    execArgv: [...wasmFlags(), '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-4000);
  });
  let isOpen = false;
  let isStopRequested = false;
  const ready = untilReady(child, options, () => stderr).then(() => {
    isOpen = true;
  });
  child.once('close', (code, signal) => {
    if (isOpen && !isStopRequested)
      options.onExit({ status: signal ?? `code ${code}`, stderr: stderr.trim() });
  });
  return {
    ready,
    stop: async () => {
      isStopRequested = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.on('message', (message: ChildMessage) => {
        if (message.kind === 'closed') child.kill('SIGKILL');
      });
      child.send({ kind: 'stop' } satisfies StopMessage, () => {});
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_TIMEOUT_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** How this process compiles WebAssembly, which the engine is. */
function wasmFlags(): readonly string[] {
  return process.execArgv.filter((flag) => /^--(?:wasm-|liftoff)/.test(flag));
}

function untilReady(
  child: ChildProcess,
  { dataFolder, onCreating }: ChildOptions,
  stderr: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'creating') onCreating();
      else if (message.kind === 'ready') resolve();
      else if (message.kind === 'failed')
        reject(
          message.code === null
            ? cannotOpen(dataFolder, message.message)
            : new Failure(message.code, message.message),
        );
    });
    child.once('error', reject);
    child.once('exit', () => reject(cannotOpen(dataFolder, stderr())));
  });
}

function cannotOpen(dataFolder: string, reason: string): Failure {
  return reportsFullDisk(reason) || !hasRoomToOpen(dataFolder)
    ? new Failure(
        'STORE_FULL',
        `The disk that holds the data folder ${dataFolder} is full. Opening the database needs 17 MB. Free some space and start again.`,
      )
    : new Failure(
        'STORE_UNREACHABLE',
        `Cannot open the data folder ${dataFolder}: ${reason.split('\n')[0] || 'unknown reason'}. ` +
          'Check that it is writable, restore a backup into a new folder, or set DEMARCHE_DATA to another one.',
      );
}

function hasRoomToOpen(dataFolder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dataFolder);
    return bavail * bsize >= MIN_FREE_BYTES;
  } catch {
    return true;
  }
}
