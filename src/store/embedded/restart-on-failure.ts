/**
 * The embedded database, kept running: where its process ends unasked, another is started in its
 * place, at the same socket, so that whoever is connected connects again and goes on. A process that
 * has ended has let go of the folder's lock, and the next takes it or fails: there are never two.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SOCKET } from './socket-file.ts';
import { type EmbeddedEnd, type EmbeddedProcess, startEmbedded } from './start-child.ts';

export interface EmbeddedDatabase {
  /** Folder of the Unix socket, for the `host` of a PostgreSQL client; known before it is open. */
  readonly socketFolder: string;
  /** Resolves when the database first takes connections; fails if it cannot be opened. */
  readonly ready: Promise<void>;
  /** Why it takes no connections at the moment, for anyone to read; null while it does. */
  readonly gone: () => string | null;
  /** Closes the database and waits until its process has ended. */
  readonly stop: () => Promise<void>;
}

/** `detail` is for the log: it may name files. */
export type EmbeddedEvent =
  | { readonly kind: 'ended'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'failed to start'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'is back'; readonly milliseconds: number }
  | { readonly kind: 'given up'; readonly reason: string; readonly detail: string };

export interface KeepOptions {
  readonly dataFolder: string;
  readonly shared: boolean;
  readonly onCreating: () => void;
  /** Told of its ends and returns; without it, a database that ends is not started again. */
  readonly onEvent: ((event: EmbeddedEvent) => void) | undefined;
}

/** Starts within the window, before it is given up: what ends so often ends for a reason. */
const TRIES = 5;
const WINDOW_MS = 60_000;
/** Before the second start of a window; each next waits twice as long. */
const WAIT_MS = 200;

export function keepEmbedded(options: KeepOptions): EmbeddedDatabase {
  const { dataFolder, onEvent } = options;
  // A folder that only this user may enter guards the socket: there is no password.
  const socketFolder = mkdtempSync(join(tmpdir(), 'demarche-'));
  const stopping = new AbortController();
  let gone: string | null = null;

  const start = (): EmbeddedProcess => {
    mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
    // One that was killed leaves its socket behind, in the way of the next.
    rmSync(join(socketFolder, SOCKET), { force: true });
    return startEmbedded(dataFolder, socketFolder, options.shared, {
      creating: options.onCreating,
      ended: onEnded,
    });
  };
  const onEnded = ({ how, complaint }: EmbeddedEnd): void => {
    gone = `The embedded database ended (${how})${onEvent ? ' and is being started again' : ''}.`;
    onEvent?.({ kind: 'ended', reason: gone, detail: complaint });
    if (onEvent) restarting = restart(onEvent);
  };
  let starts: readonly number[] = [];
  const restart = async (tell: (event: EmbeddedEvent) => void): Promise<void> => {
    const since = performance.now();
    let detail = '';
    for (;;) {
      starts = starts.filter((moment) => performance.now() - moment < WINDOW_MS);
      if (starts.length >= TRIES || !existsSync(join(dataFolder, 'postgres'))) break;
      await pause(starts.length === 0 ? 0 : WAIT_MS * 2 ** (starts.length - 1), stopping.signal);
      if (stopping.signal.aborted) return;
      starts = [...starts, performance.now()];
      running = start();
      try {
        await running.ready;
        gone = null;
        tell({ kind: 'is back', milliseconds: performance.now() - since });
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        detail = error instanceof Error ? error.message : String(error);
        tell({ kind: 'failed to start', reason: gone ?? '', detail });
      }
    }
    const reason = existsSync(join(dataFolder, 'postgres'))
      ? `The embedded database was started ${TRIES} times within a minute and did not stay.`
      : 'The embedded database ended, and its files are gone.';
    gone = reason;
    tell({ kind: 'given up', reason, detail });
  };

  let running = start();
  let restarting = Promise.resolve();
  return {
    socketFolder,
    ready: running.ready,
    gone: () => gone,
    stop: async () => {
      stopping.abort();
      await running.stop();
      await restarting;
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Cut short, it rejects: whoever waits looks at the signal next.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
