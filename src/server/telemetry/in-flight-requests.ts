/** Requests in flight: each until its response is closed and no work for it remains. */
import type { ServerResponse } from 'node:http';

/** The set of requests in flight of one server. */
export type InFlightRequests = ReturnType<typeof createInFlightRequests>;

/** Creates an empty set. */
export function createInFlightRequests() {
  const responses = new Set<ServerResponse>();
  let onIdle: (() => void)[] = [];
  let isClosing = false;
  return {
    count: () => responses.size,
    /** Adds a request; the returned function removes it. */
    add: (response: ServerResponse): (() => void) => {
      responses.add(response);
      if (isClosing) response.setHeader('Connection', 'close');
      return () => {
        responses.delete(response);
        if (responses.size > 0) return;
        for (const resolve of onIdle) resolve();
        onIdle = [];
      };
    },
    /** From now on every response closes its connection. */
    closeConnections: (): void => {
      isClosing = true;
      for (const response of responses)
        if (!response.headersSent) response.setHeader('Connection', 'close');
    },
    /** Resolves with true once no request is in flight, or with false after `milliseconds`. */
    idle: (milliseconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        if (responses.size === 0) {
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
