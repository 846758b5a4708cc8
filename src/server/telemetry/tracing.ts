/** OpenTelemetry traces. This module and its packages are loaded only if traces are exported. */
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
import type { OperationRecord } from './operation-record.ts';

/** A tracer of requests. */
export interface Tracing {
  /** Starts the span of a request, in the trace of its `traceparent` header. */
  readonly request: (method: string, path: string, headers: IncomingHttpHeaders) => RequestTrace;
  /** Exports the remaining spans. */
  readonly stop: () => Promise<void>;
}

/** The span of a request. */
export interface RequestTrace {
  readonly id: string;
  /**
   * Ends the span, with one for the execution of its operation. `status` is null if the client
   * disconnected before the end of the response.
   */
  readonly end: (status: number | null, record: OperationRecord) => void;
}

/** Maximum time for the last export when the collector does not respond. */
const SHUTDOWN_MS = 1000;

const ignore = (): void => {};

/** Starts exporting to the OTLP collector at `url`, which is given without `/v1/traces`. */
export function startTracing(url: string, log: Log): Tracing {
  const logFailure = (message: string): void =>
    log.warn('traces not exported', { reason: message });
  diag.setLogger(
    { error: logFailure, warn: logFailure, info: ignore, debug: ignore, verbose: ignore },
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
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const attributes = { 'http.request.method': method, 'url.path': path, 'url.scheme': 'http' };
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
      const context = trace.setSpan(parent, span);
      return {
        id: span.spanContext().traceId,
        end: (status, { execution, operation }) => {
          if (execution !== null) {
            const { kind, startedAt, endedAt } = execution;
            const options = {
              startTime: startedAt,
              attributes: {
                'graphql.operation.type': kind,
                ...(operation !== null && { 'graphql.operation.name': operation }),
              },
            };
            const name = operation === null ? kind : `${kind} ${operation}`;
            tracer.startSpan(name, options, context).end(endedAt);
          }
          if (status !== null) span.setAttribute('http.response.status_code', status);
          if (status === null || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, SHUTDOWN_MS);
      });
      await Promise.race([provider.shutdown(), timeout]).finally(() => clearTimeout(timer));
    },
  };
}
