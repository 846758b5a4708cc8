/** A thread that executes operations, on snapshots that it gets from the corpus thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '#src/domain/failure.ts';
import { connect } from '#src/store/database/connect.ts';
import { createExecutor } from '../engine/create-executor.ts';
import type { OperationResponse } from '../engine/operation.ts';
import type { Log } from '../telemetry/log.ts';
import { redactError } from '../telemetry/redaction.ts';
import { createCorpusLink } from './corpus-link.ts';
import { collectGarbageWhenIdle } from './idle-garbage.ts';
import {
  type EngineThreadData,
  type FromEngine,
  sendableError,
  type ToEngine,
  type Work,
} from './messages.ts';
import { joinDerivedExchange } from './share-derived.ts';

/** Length from which copying a text takes longer than handing over its bytes. */
const LONG = 100_000;
/** Connections of each thread. */
const POOL_SIZE = 5;

invariant(parentPort, 'runs as a thread');
const port = parentPort;
const { access, config, handBackAbove, exchange } = workerData as EngineThreadData;

const send = (message: FromEngine, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);
const logAt =
  (level: keyof Log): Log[keyof Log] =>
  (message, fields) => {
    const { error, ...others } = fields ?? {};
    const redacted = error === undefined ? others : { ...others, error: redactError(error) };
    send({ kind: 'log', level, message, fields: redacted });
  };
const log: Log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') };

const corpus = createCorpusLink(joinDerivedExchange(exchange));
const store = await connect({ ...access, poolSize: POOL_SIZE });
const execute = createExecutor(store, corpus, config, log);

/** Encodes a long body here, and hands it over without a copy. */
function sendResponse(id: number, response: OperationResponse): void {
  const { body } = response;
  if (typeof body === 'string' && body.length < LONG)
    return send({ kind: 'response', id, response });
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  send({ kind: 'response', id, response: { ...response, body: bytes } }, [bytes.buffer]);
}

async function handle(message: Work & { readonly id: number }): Promise<void> {
  const { id, revision } = message;
  try {
    const snapshot = await corpus.at(revision);
    if (message.kind === 'load') return send({ kind: 'loaded', id });
    const response = await execute(message.request, snapshot, handBackAbove);
    if (response === 'HANDED_BACK') send({ kind: 'handed back', id });
    else sendResponse(id, response);
  } catch (error) {
    send({ kind: 'failed', id, error: sendableError(error) });
  }
}

const onWork = collectGarbageWhenIdle();
port.on('message', (message: ToEngine) => {
  onWork();
  if (message.kind === 'connect') corpus.connect(message.port);
  else void handle(message);
});
send({ kind: 'ready' });
