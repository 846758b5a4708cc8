/** /health, /ready and /metrics, available from the first request to the last. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RETRY_AFTER } from '../errors/mask-error.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { createReadiness } from './readiness.ts';

interface EndpointResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Creates the handler of the endpoints; it returns null for requests to other paths. */
export function createOperationalEndpoints(
  readiness: ReturnType<typeof createReadiness>,
  metrics: Metrics,
) {
  const endpoints: ReadonlyMap<string, () => Promise<EndpointResponse>> = new Map([
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
  return (
    { method }: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> | null => {
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) return null;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return Promise.resolve();
    }
    return endpoint().then((result) => send(response, result));
  };
}

function json(status: number, value: object): EndpointResponse {
  return { status, type: JSON_TYPE, body: `${JSON.stringify(value)}\n` };
}

/** Not cacheable: the state may change at any moment. */
function send(response: ServerResponse, { status, type, body }: EndpointResponse): void {
  response
    .writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(status === 503 && { 'Retry-After': RETRY_AFTER }),
    })
    .end(body);
}
