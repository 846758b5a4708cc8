import { errorResponse, type OperationResponse } from '../engine/operation.ts';
import { timeoutResponse } from '../engine/time-limit.ts';
import type { Log } from '../telemetry/log.ts';
import { type EngineWorker, ThreadEnded } from './engine-worker.ts';
import type { Work } from './messages.ts';

/** Work on an operation. */
type Execution = Extract<Work, { kind: 'execute' }>;

/** A thread without work for this long is ended, which frees its memory. */
const IDLE_MS = 10_000;
/** A thread that responds this much later than it must is blocked, and ended. */
const GRACE_MS = 1000;

/** The thread for costly operations, which executes one after another, and starts when there is one. */
export class CostlyLane {
  readonly #start: () => EngineWorker;
  readonly #connect: (engine: EngineWorker) => void;
  readonly #log: Log;
  /** For messages: the time limit of a request. */
  readonly #limit: number;
  #engine: EngineWorker | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(
    start: () => EngineWorker,
    connect: (engine: EngineWorker) => void,
    log: Log,
    limit: number,
  ) {
    this.#start = start;
    this.#connect = connect;
    this.#log = log;
    this.#limit = limit;
  }

  /** Executes an operation after those before it, until `expires`, by `performance.now()`. */
  execute(work: Execution, expires: number): Promise<OperationResponse> {
    const turn = this.#last.then(() => this.#executeNow(work, expires));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Connects the thread with a new corpus thread. */
  reconnect(): void {
    if (this.#engine !== null) this.#connect(this.#engine);
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#engine?.end();
  }

  async #executeNow({ request, revision }: Execution, expires: number): Promise<OperationResponse> {
    const milliseconds = expires - performance.now();
    // Its client has been answered already.
    if (milliseconds <= 0) return timeoutResponse(this.#limit);
    clearTimeout(this.#idle);
    this.#engine ??= this.#startEngine();
    const work: Work = { kind: 'execute', request: { ...request, milliseconds }, revision };
    try {
      const result = await this.#engine.run(work, milliseconds + GRACE_MS);
      if (result.kind !== 'response') throw new Error(`unexpected ${result.kind}`);
      return result.response;
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      if (performance.now() >= expires) return timeoutResponse(this.#limit);
      if (isOutOfMemory(error.cause)) return outOfMemory();
      throw error;
    } finally {
      this.#idle = setTimeout(() => this.#endIdle(), IDLE_MS).unref();
    }
  }

  #endIdle(): void {
    const engine = this.#engine;
    this.#engine = null;
    void engine?.end();
  }

  #startEngine(): EngineWorker {
    const engine = this.#start();
    void engine.ended.then((error) => {
      if (this.#engine === engine) this.#engine = null;
      if (error !== null) this.#log.error('thread for costly operations ended', { error });
    });
    return engine;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(): OperationResponse {
  const message =
    'The operation needs more memory than it may use. Request less, or split it into several requests.';
  return errorResponse(400, 'TOO_COSTLY', message);
}
