/** What watchers ask: /health, /ready and /metrics, in every phase of a server's life. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../errors/mask-error.ts';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { createReadiness } from './readiness.ts';

interface Told {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers a watcher, and says whether the request was one's. */
export function createOperating(
  readiness: ReturnType<typeof createReadiness>,
  metrics: Metrics,
  log: Log,
) {
  const TOLD: ReadonlyMap<string, () => Promise<Told>> = new Map([
    ['/health', () => Promise.resolve(json(200, { status: 'alive' }))],
    [
      '/ready',
      async () => {
        const now = await readiness.now();
        return json(now.status === 'ready' ? 200 : 503, now);
      },
    ],
    [
      '/metrics',
      async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
    ],
  ]);
  return ({ method }: IncomingMessage, response: ServerResponse, path: string): boolean => {
    const tell = TOLD.get(path);
    if (tell === undefined) return false;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return true;
    }
    tell().then(
      (told) => send(response, told),
      (error: unknown) => {
        log.error('watchers cannot be told', { error });
        response.writeHead(500).end();
      },
    );
    return true;
  };
}

function json(status: number, value: object): Told {
  return { status, type: JSON_TYPE, body: `${JSON.stringify(value)}\n` };
}

/** What is told now is true now: nobody is to keep it. */
function send(response: ServerResponse, { status, type, body }: Told): void {
  response
    .writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(status === 503 && { 'Retry-After': RETRY_AFTER }),
    })
    .end(body);
}

/** Refuses a question that comes before the corpus is open, or after the port was closed. */
export function refuse(response: ServerResponse, code: 'STARTING' | 'DRAINING'): void {
  const message = code === 'STARTING' ? 'Démarche is starting.' : 'Démarche is ending.';
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  response
    .writeHead(503, {
      'Content-Type': 'application/json',
      'Retry-After': code === 'STARTING' ? '1' : RETRY_AFTER,
      ...(code === 'DRAINING' && { Connection: 'close' }),
    })
    .end(body);
}
