import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { startTestServer } from '../test-server.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
/** OTLP's code of the span kind. */
const SERVER = 2;

interface Span {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

describe('OpenTelemetry traces', () => {
  const corpus = useCorpus();
  const received: { readonly path: string | undefined; readonly body: string }[] = [];
  let collector: Server;
  beforeAll(async () => {
    collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ path: request.url, body });
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => {
      collector.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => collector.close());

  it('contain a span per request and per execution, in the trace of the caller', async () => {
    const { port } = collector.address() as AddressInfo;
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}/`;
    const server = await startTestServer(() => Promise.resolve(corpus.store), {
      OTEL_EXPORTER_OTLP_ENDPOINT,
    });
    const response = await server.post('query Zanzibar { revisions { totalCount } }', {
      traceparent: `00-${TRACE}-${CALLER}-01`,
    });
    await response.text();
    await server.stop();

    const spans = received.flatMap(({ body }) => spansOf(body));
    const request = spans.find(({ parentSpanId }) => parentSpanId === CALLER);
    const execution = spans.find(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
    expect(request).toMatchObject({ name: 'POST', kind: SERVER, traceId: TRACE });
    expect(request?.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: 200 },
    });
    expect(execution).toMatchObject({ name: 'query', traceId: TRACE });
    expect(received[0]?.body).toContain('demarche');
    expect(received[0]?.body).not.toContain('Zanzibar');
    expect(server.logEntries().find(({ path }) => path === '/graphql')).toMatchObject({
      traceId: TRACE,
    });
  });
});

function spansOf(body: string): readonly Span[] {
  const { resourceSpans } = JSON.parse(body) as {
    readonly resourceSpans: readonly { readonly scopeSpans: readonly { spans: Span[] }[] }[];
  };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
