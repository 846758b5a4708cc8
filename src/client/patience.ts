/** How long to wait for an answer: until the time is up, or until the asker's signal. */
import type { Answer } from './answer.ts';

export interface Patience {
  readonly signal: AbortSignal;
  readonly leftMs: () => number;
  /** What to answer once the signal has fired. */
  readonly outcome: () => Answer<never>;
}

export function startPatience(timeoutMs: number, asker?: AbortSignal): Patience {
  const end = Date.now() + timeoutMs;
  const time = AbortSignal.timeout(timeoutMs);
  return {
    signal: asker === undefined ? time : AbortSignal.any([asker, time]),
    leftMs: () => end - Date.now(),
    outcome: () =>
      asker?.aborted
        ? { kind: 'aborted', reason: asker.reason }
        : { kind: 'timeout', afterMs: timeoutMs },
  };
}

/** Waits, but no longer than until the signal. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
