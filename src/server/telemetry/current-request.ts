import type { OperationRecord } from './operation-record.ts';
import type { RequestTrace } from './tracing.ts';

/** A request in flight, and what telemetry records about it. */
export interface CurrentRequest {
  readonly id: string;
  /** Path of its URL, without the query string. */
  readonly path: string;
  readonly trace: RequestTrace | null;
  /** Filled in by what handles the request. */
  record: OperationRecord;
  /** Registers work for the request that may outlast its response; the returned function ends it. */
  readonly startWork: () => () => void;
}
