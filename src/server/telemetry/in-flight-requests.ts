/** Requests in flight: each until its response is closed and no work for it remains. */

/** The count of requests in flight of one server. */
export type InFlightRequests = ReturnType<typeof createInFlightRequests>;

/**
 * Counts from zero. A count and not a set of responses: tables of a set that V8 has replaced keep
 * responses alive that have ended, so that collecting garbage would take a fifth of the time.
 */
export function createInFlightRequests() {
  let count = 0;
  let onIdle: (() => void)[] = [];
  let isClosing = false;
  return {
    count: () => count,
    /** Adds a request; the returned function removes it, once. */
    add: (): (() => void) => {
      let isCounted = true;
      count += 1;
      return () => {
        if (!isCounted) return;
        isCounted = false;
        count -= 1;
        if (count > 0) return;
        for (const resolve of onIdle) resolve();
        onIdle = [];
      };
    },
    /** From now on every response that begins closes its connection. */
    closeConnections: (): void => {
      isClosing = true;
    },
    /** Whether responses close their connections. */
    isClosing: () => isClosing,
    /** Resolves with true once no request is in flight, or with false after `milliseconds`. */
    idle: (milliseconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        if (count === 0) {
          resolve(true);
          return;
        }
        const timer = setTimeout(() => resolve(false), milliseconds);
        onIdle.push(() => {
          clearTimeout(timer);
          resolve(true);
        });
      }),
  };
}
