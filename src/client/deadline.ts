/** When a request ends without a response: at its timeout, or when the caller aborts it. */
import type { Answer } from './parse-response.ts';

/** Time limit of one `ask`, shared by all of its attempts. */
export interface Deadline {
  /** Aborts at the timeout or with the caller's signal. */
  readonly signal: AbortSignal;
  /** Milliseconds until the timeout; negative after it. */
  readonly remainingMs: () => number;
  /** The answer to return once `signal` is aborted. */
  readonly outcome: () => Answer<never>;
}

/** Starts a deadline now; `callerSignal` ends it earlier. */
export function startDeadline(timeoutMs: number, callerSignal?: AbortSignal): Deadline {
  const end = Date.now() + timeoutMs;
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    signal: callerSignal === undefined ? timeout : AbortSignal.any([callerSignal, timeout]),
    remainingMs: () => end - Date.now(),
    outcome: () =>
      callerSignal?.aborted
        ? { kind: 'aborted', reason: callerSignal.reason }
        : { kind: 'timeout', afterMs: timeoutMs },
  };
}

/** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
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
