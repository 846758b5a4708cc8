/**
 * Keeps the embedded database running. When its process exits unexpectedly, another is started at the
 * same socket, so that clients reconnect and continue. The exit releases the folder's lock, which the
 * next process acquires or fails: there are never two.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SOCKET } from './socket-file.ts';
import { type DatabaseExit, type DatabaseProcess, startChild } from './start-child.ts';

/** The embedded database, as started or joined by this process. */
export interface EmbeddedDatabase {
  /** Folder of the Unix socket: the `host` of a PostgreSQL client. Set before the database is open. */
  readonly socketFolder: string;
  /** Resolves when the database first accepts connections; rejects if it cannot be opened. */
  readonly ready: Promise<void>;
  /** Why it accepts no connections now, in a form fit for clients; null while it does. */
  readonly unavailableReason: () => string | null;
  /** Closes the database and waits for its process to exit. */
  readonly stop: () => Promise<void>;
}

/** `reason` is fit for clients; `detail` is for the log only, as it may name files. */
export type EmbeddedEvent =
  | { readonly kind: 'exited'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'start-failed'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'restarted'; readonly milliseconds: number }
  | { readonly kind: 'gave-up'; readonly reason: string; readonly detail: string };

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Whether other processes may join. */
  readonly shared: boolean;
  /** Called before a new database is created, which takes seconds. */
  readonly onCreating: () => void;
  /** Receives exits and restarts. Without it, a database that exits is not restarted. */
  readonly onEvent: ((event: EmbeddedEvent) => void) | undefined;
}

/** Restarts within the window before giving up: a database that keeps exiting does so for a reason. */
const MAX_RESTARTS = 5;
const WINDOW_MS = 60_000;
/** Delay before the second restart in a window; it doubles with each further one. */
const BASE_DELAY_MS = 200;

/** Starts the embedded database and, with `onEvent`, restarts it when it exits unexpectedly. */
export function startEmbedded(options: EmbeddedOptions): EmbeddedDatabase {
  const { dataFolder, shared, onCreating, onEvent } = options;
  // There is no password: the socket is protected by a folder that only this user may enter.
  const socketFolder = mkdtempSync(join(tmpdir(), 'demarche-'));
  const stopping = new AbortController();
  let unavailable: string | null = null;

  const start = (): DatabaseProcess => {
    mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
    // A killed process leaves its socket behind.
    rmSync(join(socketFolder, SOCKET), { force: true });
    return startChild({ dataFolder, socketFolder, shared, onCreating, onExit });
  };
  const onExit = ({ status, stderr }: DatabaseExit): void => {
    unavailable = `The embedded database exited (${status})${onEvent ? ' and is restarting' : ''}.`;
    onEvent?.({ kind: 'exited', reason: unavailable, detail: stderr });
    if (onEvent) restarting = restart(onEvent);
  };
  let restarts: readonly number[] = [];
  const restart = async (report: (event: EmbeddedEvent) => void): Promise<void> => {
    const exitedAt = performance.now();
    let detail = '';
    for (;;) {
      restarts = restarts.filter((time) => performance.now() - time < WINDOW_MS);
      if (restarts.length >= MAX_RESTARTS || !hasCluster(dataFolder)) break;
      const delay = restarts.length === 0 ? 0 : BASE_DELAY_MS * 2 ** (restarts.length - 1);
      await pause(delay, stopping.signal);
      if (stopping.signal.aborted) return;
      restarts = [...restarts, performance.now()];
      running = start();
      try {
        await running.ready;
        unavailable = null;
        report({ kind: 'restarted', milliseconds: performance.now() - exitedAt });
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        detail = error instanceof Error ? error.message : String(error);
        report({ kind: 'start-failed', reason: unavailable ?? '', detail });
      }
    }
    const reason = hasCluster(dataFolder)
      ? `The embedded database was restarted ${MAX_RESTARTS} times within a minute and keeps exiting.`
      : 'The embedded database exited, and its files no longer exist.';
    unavailable = reason;
    report({ kind: 'gave-up', reason, detail });
  };

  let running = start();
  let restarting = Promise.resolve();
  return {
    socketFolder,
    ready: running.ready,
    unavailableReason: () => unavailable,
    stop: async () => {
      stopping.abort();
      await running.stop();
      await restarting;
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

function hasCluster(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'postgres'));
}

/** Resolves after a delay, or as soon as the signal aborts. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
