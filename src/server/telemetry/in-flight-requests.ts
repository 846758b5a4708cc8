/** The requests under way: each until its answer is sent and nothing works for it any more. */
import type { ServerResponse } from 'node:http';

export type UnderWay = ReturnType<typeof createUnderWay>;

export function createUnderWay() {
  const responses = new Set<ServerResponse>();
  let waiting: (() => void)[] = [];
  let closing = false;
  return {
    count: () => responses.size,
    /** Begins a request; what is returned ends it. */
    begin: (response: ServerResponse): (() => void) => {
      responses.add(response);
      if (closing) response.setHeader('Connection', 'close');
      return () => {
        responses.delete(response);
        if (responses.size > 0) return;
        for (const resolve of waiting) resolve();
        waiting = [];
      };
    },
    /** From here on every answer tells its client to send no more on the same connection. */
    closeConnections: (): void => {
      closing = true;
      for (const response of responses)
        if (!response.headersSent) response.setHeader('Connection', 'close');
    },
    /** Whether none is under way before so many milliseconds have passed. */
    quiet: (milliseconds: number): Promise<boolean> =>
      new Promise((resolve) => {
        if (responses.size === 0) {
          resolve(true);
          return;
        }
        const impatient = setTimeout(() => resolve(false), milliseconds);
        waiting.push(() => {
          clearTimeout(impatient);
          resolve(true);
        });
      }),
  };
}
