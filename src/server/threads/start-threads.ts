/**
 * The engine on several threads, so that an operation that takes long delays no other. One thread reads
 * the corpus; engine threads execute operations, each the least busy of them; costly operations run one
 * after another in a thread of their own, which starts with the first of them.
 */
import { getCompileCacheDir } from 'node:module';
import { MessageChannel, Worker, type WorkerOptions } from 'node:worker_threads';
import type { StoreAccess } from '#src/store/database/connect.ts';
import type { Config } from '../config/config.ts';
import type { Engine } from '../engine/engine.ts';
import type { Log } from '../telemetry/log.ts';
import { CostlyLane } from './costly-lane.ts';
import { EngineWorker, ThreadEnded } from './engine-worker.ts';
import type { CorpusThreadData, EngineThreadData, Work, WorkResult } from './messages.ts';

const CORPUS_ENTRY = new URL('./corpus-thread.ts', import.meta.url);

/** Memory of a thread. One that exceeds it ends, and no other. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };
/** Operations of a higher cost are executed in the thread for costly ones. */
const COSTLY = 50_000;
/** A thread that responds this much later than it must is blocked, and ended. */
const GRACE_MS = 1000;
/** Time to load a revision; the first can take a minute with millions of positions. */
const LOAD_MS = 3_600_000;
/** Pause before a thread that could not start is started again. */
const RETRY_MS = 1000;

function options(data: CorpusThreadData | EngineThreadData): WorkerOptions {
  const folder = getCompileCacheDir();
  return {
    workerData: data,
    // What the main thread compiled need not be compiled again.
    ...(folder !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: folder } }),
    resourceLimits: LIMITS,
  };
}

/** Starts the threads. Rejects if one of them cannot start. */
export async function startThreads(access: StoreAccess, config: Config, log: Log): Promise<Engine> {
  let isClosing = false;
  let corpus = startCorpusThread();
  function startCorpusThread(): Worker {
    const worker = new Worker(CORPUS_ENTRY, options({ access }));
    worker.on('error', (error) => log.error('corpus thread failed', { error }));
    worker.on('exit', () => {
      if (isClosing) return;
      setTimeout(() => {
        corpus = startCorpusThread();
        for (const each of engines) connect(each);
        costly.reconnect();
      }, RETRY_MS);
    });
    return worker;
  }
  const connect = (engine: EngineWorker): void => {
    const { port1, port2 } = new MessageChannel();
    corpus.postMessage(port1, [port1]);
    engine.connect(port2);
  };
  const startEngine = (handBackAbove: number): EngineWorker => {
    const engine = new EngineWorker(options({ access, config, handBackAbove }), log);
    connect(engine);
    return engine;
  };

  const engines: EngineWorker[] = [];
  const costly = new CostlyLane(() => startEngine(Infinity), connect, log, config.limits.requestMs);
  /** Starts the thread at a place, and again whenever it ends. */
  const keepRunning = (place: number): EngineWorker => {
    const engine = startEngine(COSTLY);
    engines[place] = engine;
    void engine.ended.then(async (error) => {
      if (isClosing) return;
      log.error('engine thread ended and is replaced', { error });
      const started = await engine.ready.then(
        () => true,
        () => false,
      );
      if (started) keepRunning(place);
      else setTimeout(() => isClosing || keepRunning(place), RETRY_MS);
    });
    return engine;
  };
  const leastBusy = (): EngineWorker =>
    engines.reduce((best, each) => (each.load < best.load ? each : best));

  const close = async (): Promise<void> => {
    isClosing = true;
    await Promise.all([...engines.map((each) => each.end()), costly.close(), corpus.terminate()]);
  };
  try {
    const starting = Array.from({ length: config.threads }, (_, place) => keepRunning(place));
    await Promise.all(starting.map(({ ready }) => ready));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    load: async (revision) => {
      const work: Work = { kind: 'load', revision };
      // The others load it too, before the next operation that they are given.
      const loaded = await firstOf(engines.map((each) => each.run(work, LOAD_MS)));
      if (loaded.kind !== 'loaded') throw new Error(`unexpected ${loaded.kind}`);
      return { ...loaded, positions: { length: loaded.positions } };
    },
    execute: async (request, revision) => {
      const expires = performance.now() + request.milliseconds;
      const work: Work = { kind: 'execute', request, revision };
      try {
        const result = await leastBusy().run(work, request.milliseconds + GRACE_MS);
        if (result.kind === 'response') return result.response;
      } catch (error) {
        // Executed again where it can only harm itself: it may be what ended the thread.
        if (!(error instanceof ThreadEnded) || isClosing) throw error;
      }
      return costly.execute(work, expires);
    },
    close,
  };
}

/** The first result; if there is none, the first error. */
async function firstOf(results: readonly Promise<WorkResult>[]): Promise<WorkResult> {
  try {
    return await Promise.any(results);
  } catch (error) {
    throw error instanceof AggregateError ? error.errors[0] : error;
  }
}
