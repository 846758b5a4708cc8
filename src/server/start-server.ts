import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/open-store.ts';
import type { Config } from './config.ts';
import type { Handler } from './create-handler.ts';

export interface RunningServer {
  readonly url: string;
  /** Answers what is under way, refuses what comes after, and resolves when all is quiet. */
  readonly stop: () => Promise<void>;
}

/** How long requests under way may take to end when the server stops. */
const PATIENCE_MS = 5_000;

/**
 * Takes the port first, so that one in use is told at once, then opens the corpus; until that is
 * done every request is answered 503.
 */
export async function startServer(
  config: Config,
  openCorpus: () => Promise<Store>,
): Promise<RunningServer & { readonly store: Store }> {
  let answer: RequestListener = notReady;
  const server = createServer((request, response) => answer(request, response));
  await listen(server, config);
  let store: Store | null = null;
  try {
    // The schema loads while the database, a process of its own, opens: that one first.
    const opening = openCorpus();
    const loading = import('./create-handler.ts');
    store = await opening;
    const handler = (await loading).createHandler(store, config);
    answer = (request, response) => {
      if (request.url === '/') response.writeHead(302, { Location: '/graphql' }).end();
      else void handler(request, response);
    };
    const { port } = server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    const url = `http://${host}:${port}/graphql`;
    await warmUp(handler, url);
    return { url, store, stop: () => stop(server) };
  } catch (error) {
    await stop(server);
    await store?.close();
    throw error;
  }
}

const STARTING = JSON.stringify({
  errors: [{ message: 'Démarche is starting.', extensions: { code: 'STARTING' } }],
});

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'application/json' }).end(STARTING);
};

/** Loads the corpus into memory before the first reader asks. */
async function warmUp(handler: Handler, url: string): Promise<void> {
  const body = JSON.stringify({ query: '{ revisions(first: 1) { totalCount } }' });
  const headers = { 'content-type': 'application/json' };
  const response = await handler.fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Failure('STORE_UNREACHABLE', 'The corpus does not answer.');
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Failure(
              'PORT_IN_USE',
              `Port ${port} on ${host} is in use. End what listens there, or set PORT to another.`,
            )
          : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EACCES'
            ? new Failure(
                'BAD_INPUT',
                `Cannot listen on ${host}:${port} (${error.code}). Set HOST and PORT to an address of this machine.`,
              )
            : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(impatient);
}
