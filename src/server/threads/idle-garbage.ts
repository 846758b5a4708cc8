import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Time without work after which a thread gives memory back. */
const IDLE_MS = 10_000;
/** The thread that answers requests waits longer: two that collect at once would take twice as long. */
const IDLE_MS_OF_REQUESTS = 11_000;

/**
 * Collects the garbage of this thread once it has been idle for a while: V8 collects it only as more is
 * made, so that a thread with nothing to do would keep it for ever. Call the returned function whenever
 * the thread gets work.
 */
export function collectGarbageWhenIdle(answersRequests = false): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  const how = { type: 'major', flavor: 'last-resort' };
  const idle = setTimeout(collect, answersRequests ? IDLE_MS_OF_REQUESTS : IDLE_MS, how).unref();
  return () => idle.refresh();
}
