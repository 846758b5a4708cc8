/** Servers in this process, whose log lines a test can read. */
import { readConfig } from '#src/server/config/config.ts';
import { type ServerExtras, startServer } from '#src/server/start-server.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import type { Store } from '#src/store/database/open-store.ts';

export interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly message: string;
  readonly requestId?: string;
  readonly path?: string;
  readonly status?: number | null;
  readonly [name: string]: unknown;
}

export type Serving = Awaited<ReturnType<typeof serveStore>>;

export async function serveStore(
  open: () => Promise<Store>,
  environment: Readonly<Record<string, string>> = {},
  extras: ServerExtras = {},
) {
  const written: string[] = [];
  const log = createLog('info', { write: (line) => written.push(line) });
  const config = readConfig({ PORT: '0', ...environment });
  const server = await startServer(config, open, { log, ...extras });
  const at = (path: string): string => new URL(path, server.url).href;
  return {
    ...server,
    at,
    /** What the log holds, as it was written. */
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as LogLine),
    ask: (query: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
  };
}

/** Keeps every question waiting until it is released. */
export async function holdDatabase({ prisma }: Store): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const holding = prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE revision IN ACCESS EXCLUSIVE MODE`;
      held.resolve();
      await release.promise;
    },
    { timeout: 60_000 },
  );
  holding.catch(held.reject);
  await held.promise;
  return async () => {
    release.resolve();
    await holding;
  };
}

/** Asks again and again until the answer is as wished. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  wished: (answer: Answer) => boolean,
  milliseconds = 15_000,
): Promise<Answer> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (wished(answer)) return answer;
    if (performance.now() - started > milliseconds)
      throw new Error(`still ${JSON.stringify(answer)} after ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
