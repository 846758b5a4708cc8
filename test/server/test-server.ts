/** Servers in the test process, with access to their log. */
import { readConfig } from '#src/server/config/config.ts';
import { type ServerOptions, startServer } from '#src/server/start-server.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { REVISION_LEASE_MS } from '#src/store/database/revision-lease.ts';

/** A parsed line of the log. */
export interface LogEntry {
  readonly level: string;
  readonly time: string;
  readonly message: string;
  readonly requestId?: string;
  readonly path?: string;
  readonly status?: number | null;
  readonly [name: string]: unknown;
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

/**
 * Starts a server on a free port, over a store that the caller closes. It executes operations in this
 * thread unless the environment says otherwise: threads take a second to start.
 */
export async function startTestServer(
  open: () => Promise<Store>,
  environment: Readonly<Record<string, string>> = {},
  options: ServerOptions = {},
) {
  const written: string[] = [];
  const log = createLog('info', { write: (line) => written.push(line) });
  const config = readConfig({ PORT: '0', DEMARCHE_THREADS: '0', ...environment });
  const server = await startServer(config, open, { log, ...options });
  return {
    ...server,
    urlOf: (path: string): string => new URL(path, server.url).href,
    /** The log as it was written. */
    logText: () => written.join(''),
    logEntries: () => written.map((line) => JSON.parse(line) as LogEntry),
    post: (query: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
  };
}

/** Blocks every read of the revisions until the returned function is called. */
export async function blockDatabase({ prisma }: Store): Promise<() => Promise<void>> {
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const transaction = prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE revision IN ACCESS EXCLUSIVE MODE`;
      locked.resolve();
      await released.promise;
    },
    { timeout: 60_000 },
  );
  transaction.catch(locked.reject);
  await locked.promise;
  // Until its lease ends, a server knows the latest revision without a query.
  await new Promise((resolve) => setTimeout(resolve, REVISION_LEASE_MS));
  return async () => {
    released.resolve();
    await transaction;
  };
}

/** Polls until the result satisfies a condition; throws after `milliseconds`. */
export async function until<Result>(
  poll: () => Promise<Result>,
  isExpected: (result: Result) => boolean,
  milliseconds = 15_000,
): Promise<Result> {
  const started = performance.now();
  for (;;) {
    const result = await poll();
    if (isExpected(result)) return result;
    if (performance.now() - started > milliseconds)
      throw new Error(`still ${JSON.stringify(result)} after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
