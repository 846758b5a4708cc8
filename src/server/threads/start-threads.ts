/**
 * The engine on several threads, so that no operation delays others for long. One thread reads the
 * corpus. The thread of the HTTP server executes small operations itself, one at a time, since a
 * hand-over would take as long again. Engine threads execute all others, each the least busy of them,
 * and costly ones run one after another in a thread of their own.
 */
import { randomUUID } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import {
  MessageChannel,
  type ResourceLimits,
  Worker,
  type WorkerOptions,
} from 'node:worker_threads';
import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from '../config/config.ts';
import { createExecutor } from '../engine/create-executor.ts';
import type { Engine } from '../engine/engine.ts';
import type { OperationRequest, OperationResponse } from '../engine/operation.ts';
import { WARM_UP } from '../engine/warm-up.ts';
import { runInScope } from '../telemetry/error-scope.ts';
import type { Log } from '../telemetry/log.ts';
import { createCorpusLink } from './corpus-link.ts';
import { CostlyLane } from './costly-lane.ts';
import { EngineWorker, ThreadEnded } from './engine-worker.ts';
import { collectGarbageWhenIdle } from './idle-garbage.ts';
import type { CorpusThreadData, EngineThreadData, Work } from './messages.ts';
import { joinDerivedExchange } from './share-derived.ts';

const CORPUS_ENTRY = new URL('./corpus-thread.ts', import.meta.url);

/** Operations of a higher cost are not executed by the thread of the HTTP server. */
const SMALL = 1000;
/** Nor are those with a longer body, which take long to parse and validate. */
const SMALL_BODY = 4000;
/** Operations of a higher cost are executed in the thread for costly ones. */
const COSTLY = 50_000;
/**
 * Memory of an engine thread, in MB. One that exceeds it ends, and no other. A young generation of half
 * the size costs a tenth of the operations a second; one without a limit, 100 MB more.
 */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 256 };
/** That of the threads that load the corpus and execute costly operations. */
const COSTLY_LIMITS = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1024 };
/** A thread that responds this much later than it must is blocked, and ended. */
const GRACE_MS = 1000;
/** Time to load a revision; the first can take a minute with millions of positions. */
const LOAD_MS = 3_600_000;
/** Pause before a thread that could not start is started again. */
const RETRY_MS = 1000;

function options(
  data: CorpusThreadData | EngineThreadData,
  resourceLimits: ResourceLimits,
): WorkerOptions {
  const folder = getCompileCacheDir();
  return {
    workerData: data,
    // What the main thread compiled need not be compiled again.
    ...(folder !== undefined && { env: { ...process.env, NODE_COMPILE_CACHE: folder } }),
    resourceLimits,
  };
}

/** Starts the threads. What they are given waits until they have started. */
export function startThreads(store: Store, config: Config, log: Log): Engine {
  const { access } = store;
  let isClosing = false;
  const exchangeName = `demarche ${randomUUID()}`;
  const exchange = joinDerivedExchange(exchangeName);
  const link = createCorpusLink(exchange);
  const connect = (thread: Pick<EngineWorker, 'connect'>): void => {
    const { port1, port2 } = new MessageChannel();
    corpus.postMessage(port1, [port1]);
    thread.connect(port2);
  };
  const startCorpusThread = (): Worker => {
    const worker = new Worker(CORPUS_ENTRY, options({ access }, COSTLY_LIMITS));
    worker.on('error', (error) => log.error('corpus thread ended and is replaced', { error }));
    worker.on('exit', () => {
      if (isClosing) return;
      setTimeout(() => {
        corpus = startCorpusThread();
        for (const each of [link, ...engines]) connect(each);
        costly.reconnect();
      }, RETRY_MS);
    });
    return worker;
  };
  const startEngine = (handBackAbove: number): EngineWorker => {
    const limits = handBackAbove === COSTLY ? LIMITS : COSTLY_LIMITS;
    const engine: EngineWorker = runInScope(
      // Whoever waits for a message that was not handled would wait for ever.
      (error) => {
        log.error('message of an engine thread not handled', { error });
        void engine.end();
      },
      () =>
        new EngineWorker(
          options({ access, config, handBackAbove, exchange: exchangeName }, limits),
          log,
        ),
    );
    connect(engine);
    return engine;
  };
  /** Starts the thread at a place, and again whenever it ends. */
  const keepRunning = (place: number): EngineWorker => {
    const engine = startEngine(COSTLY);
    engines[place] = engine;
    void engine.ended.then(async (error) => {
      if (isClosing) return;
      log.error('engine thread ended and is replaced', { error });
      const restart = (): unknown => isClosing || keepRunning(place);
      await engine.ready.then(restart, () => setTimeout(restart, RETRY_MS));
    });
    return engine;
  };
  const close = async (): Promise<void> => {
    isClosing = true;
    exchange.close();
    await Promise.all([...engines.map((each) => each.end()), costly.close(), corpus.terminate()]);
  };

  let corpus = startCorpusThread();
  connect(link);
  const engines: EngineWorker[] = [];
  const costly = new CostlyLane(() => startEngine(Infinity), connect, log, config.limits.requestMs);
  for (let place = 0; place < config.threads; place += 1) keepRunning(place);
  const executeHere = createExecutor(store, link, config, log);
  const onWork = collectGarbageWhenIdle(true);

  const executeInThread = async (
    request: OperationRequest,
    revision: number,
    expires: number,
  ): Promise<OperationResponse> => {
    const work: Work = { kind: 'execute', request, revision };
    const leastBusy = engines.reduce((best, each) => (each.load < best.load ? each : best));
    try {
      const result = await leastBusy.run(work, request.milliseconds + GRACE_MS);
      if (result.kind === 'response') return result.response;
    } catch (error) {
      // Executed again where it can only harm itself: it may be what ended the thread.
      if (!(error instanceof ThreadEnded) || isClosing) throw error;
    }
    return costly.execute(work, expires);
  };
  let warming: Promise<unknown> | null = null;
  /** Number of operations that this thread executes. */
  let executing = 0;
  /** Whether it has executed one in this turn of its event loop: others have waited meanwhile. */
  let isTurnTaken = false;
  const isFree = (): boolean => !isTurnTaken && engines.every((engine) => executing <= engine.load);
  return {
    load: async (revision) => {
      // Before the next operation that they are given.
      for (const engine of engines)
        engine.run({ kind: 'load', revision }, LOAD_MS).catch((error: unknown) => {
          if (!isClosing) log.warn('revision not loaded', { revision, error });
        });
      const snapshot = await link.at(revision);
      warming ??= executeHere(WARM_UP, snapshot, Infinity);
      await warming;
      return snapshot;
    },
    execute: async (request, revision) => {
      onWork();
      const expires = performance.now() + request.milliseconds;
      if (isFree() && (request.body?.length ?? 0) <= SMALL_BODY) {
        executing += 1;
        isTurnTaken = true;
        setImmediate(() => {
          isTurnTaken = false;
        });
        try {
          const response = await executeHere(request, await link.at(revision), SMALL);
          if (response !== 'HANDED_BACK') return response;
        } finally {
          executing -= 1;
        }
      }
      return executeInThread(request, revision, expires);
    },
    close,
  };
}
