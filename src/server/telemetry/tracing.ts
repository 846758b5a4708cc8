/** OpenTelemetry traces: loaded, with all that they need, only where they are sent somewhere. */
import type { IncomingHttpHeaders } from 'node:http';
import {
  DiagLogLevel,
  defaultTextMapGetter,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from './log.ts';

export interface Tracing {
  /** Begins the span of a request, within the trace that its `traceparent` names. */
  readonly request: (method: string, path: string, headers: IncomingHttpHeaders) => RequestTrace;
  /** Sends what has not been sent. */
  readonly stop: () => Promise<void>;
}

export interface RequestTrace {
  readonly id: string;
  /** Begins the span of an operation's execution; what is returned ends it. `name` is one of ours. */
  readonly execution: (kind: string, name: string | null) => () => void;
  /** Null if the client had gone before it was answered. */
  readonly end: (status: number | null) => void;
}

/** How long the last spans may take on their way, where their collector does not answer. */
const FAREWELL_MS = 1000;

const ignore = (): void => {};

/** `url` is that of an OTLP collector, without `/v1/traces`. */
export function startTracing(url: string, log: Log): Tracing {
  const told = (message: string): void => log.warn('traces are not sent', { reason: message });
  diag.setLogger(
    { error: told, warn: told, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'demarche' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('demarche');
  const propagator = new W3CTraceContextPropagator();
  return {
    request: (method, path, headers) => {
      const above = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const attributes = { 'http.request.method': method, 'url.path': path, 'url.scheme': 'http' };
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, above);
      const within = trace.setSpan(above, span);
      return {
        id: span.spanContext().traceId,
        execution: (kind, name) => {
          const execution = tracer.startSpan(
            name === null ? kind : `${kind} ${name}`,
            {
              attributes: {
                'graphql.operation.type': kind,
                ...(name !== null && { 'graphql.operation.name': name }),
              },
            },
            within,
          );
          return () => execution.end();
        },
        end: (status) => {
          if (status !== null) span.setAttribute('http.response.status_code', status);
          if (status === null || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FAREWELL_MS);
      });
      await Promise.race([provider.shutdown(), late]).finally(() => clearTimeout(timer));
    },
  };
}
