/** The GraphQL endpoint in the test process, with a port of its own. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, readConfig } from '#src/server/config/config.ts';
import { createHandler } from '#src/server/create-handler.ts';
import { createLocalEngine } from '#src/server/engine/local-engine.ts';
import { createLog, type Log } from '#src/server/telemetry/log.ts';
import { emptyRecord } from '#src/server/telemetry/operation-record.ts';
import type { Store } from '#src/store/database/open-store.ts';

export type TestHandler = ReturnType<typeof createTestHandler>;

export function createTestHandler(
  store: Store,
  config: Config = readConfig({}),
  log: Log = createLog('error'),
) {
  const engine = createLocalEngine(store, config, log);
  const handler = createHandler({ store, engine, config, log });
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const current = { id: 'test', path: '/graphql', trace: null, record: emptyRecord() };
    void handler.handle(request, response, { ...current, startWork: () => () => {} });
  };
  let listening: Promise<string> | null = null;
  const listen = async (): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return {
    listener,
    load: handler.load,
    /** Sends a request over HTTP. */
    fetch: async (path: string, init: RequestInit): Promise<Response> => {
      listening ??= listen();
      return fetch(new URL(path, await listening), init);
    },
  };
}
