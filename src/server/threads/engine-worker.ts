import { type MessagePort, Worker, type WorkerOptions } from 'node:worker_threads';
import type { Log } from '../telemetry/log.ts';
import {
  type FromEngine,
  receivedError,
  type ToEngine,
  type Work,
  type WorkResult,
} from './messages.ts';

/** Work is lost because its thread ended; another thread can do it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

interface Pending extends PromiseWithResolvers<WorkResult> {
  /** When the thread counts as blocked, by `performance.now()`. */
  readonly deadline: number;
}

const ENTRY = new URL('./engine-thread.ts', import.meta.url);

/** How often to look for a blocked thread. */
const CHECK_MS = 250;

/** An engine thread, seen from the thread of the HTTP server. */
export class EngineWorker {
  /** Resolves once the thread accepts work; rejects if it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the thread has ended, with the reason. */
  readonly ended: Promise<unknown>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #timer: NodeJS.Timeout;
  #last = 0;
  #hasEnded = false;

  constructor(options: WorkerOptions, log: Log) {
    this.#worker = new Worker(ENTRY, options);
    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<unknown>();
    this.ready = ready.promise;
    this.ended = ended.promise;
    let reason: unknown = null;
    this.#worker.on('message', (message: FromEngine) => {
      if (message.kind === 'ready') ready.resolve();
      else if (message.kind === 'log') log[message.level](message.message, message.fields);
      else this.#settle(message);
    });
    this.#worker.on('error', (error) => {
      reason = error;
    });
    this.#worker.on('exit', () => {
      this.#hasEnded = true;
      clearInterval(this.#timer);
      const lost = new ThreadEnded('The thread ended.', { cause: reason });
      ready.reject(lost);
      for (const { reject } of this.#pending.values()) reject(lost);
      this.#pending.clear();
      ended.resolve(reason);
    });
    this.#timer = setInterval(() => this.#endIfBlocked(), CHECK_MS);
    this.#timer.unref();
    // Who waits for a thread that fails learns it from `ended`.
    this.ready.catch(() => {});
  }

  /** Number of operations and revisions that it works on; infinite once it has ended. */
  get load(): number {
    return this.#hasEnded ? Infinity : this.#pending.size;
  }

  /** Gives work to the thread, which is ended if it does not respond within `milliseconds`. */
  run(work: Work, milliseconds: number): Promise<WorkResult> {
    if (this.#hasEnded) return Promise.reject(new ThreadEnded('The thread ended.'));
    this.#last += 1;
    const message: ToEngine = { ...work, id: this.#last };
    const pending = {
      ...Promise.withResolvers<WorkResult>(),
      deadline: performance.now() + milliseconds,
    };
    this.#pending.set(message.id, pending);
    this.#worker.postMessage(message);
    return pending.promise;
  }

  /** Connects the thread with the corpus thread. */
  connect(port: MessagePort): void {
    const message: ToEngine = { kind: 'connect', port };
    this.#worker.postMessage(message, [port]);
  }

  /** Ends the thread, whatever it does. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(message: Exclude<FromEngine, { kind: 'ready' | 'log' }>): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === 'failed') pending?.reject(receivedError(message.error));
    else pending?.resolve(message);
  }

  #endIfBlocked(): void {
    const now = performance.now();
    for (const { deadline } of this.#pending.values()) if (now > deadline) void this.end();
  }
}
