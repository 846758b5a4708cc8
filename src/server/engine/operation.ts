/** An operation on its way from the HTTP server to an engine, and its response: plain data, which threads exchange. */
import type { ErrorCode } from '../errors/error-codes.ts';
import { emptyRecord, type OperationRecord } from '../telemetry/operation-record.ts';

/** A request for a GraphQL operation, as far as its response depends on it. */
export interface OperationRequest {
  readonly requestId: string;
  readonly method: string;
  /** Path and query string. */
  readonly url: string;
  /** Public URL of the server, without a path. */
  readonly origin: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null without a body. */
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Time left for the operation. */
  readonly milliseconds: number;
}

/** The response to an operation. */
export interface OperationResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8, if it is not text. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly record: OperationRecord;
}

/** The response to an operation that is rejected outside of GraphQL's own execution. */
export function errorResponse(
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): OperationResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
    record: { outcome: 'refused', errorCodes: [code], operation: null, execution: null },
  };
}

/** A response with headers only. */
export function responseWithoutBody(
  status: number,
  headers: Readonly<Record<string, string>>,
): OperationResponse {
  return { status, headers, body: '', record: emptyRecord() };
}
