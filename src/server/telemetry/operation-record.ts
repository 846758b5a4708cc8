/** How an operation ended; `none` without an operation, or with a cached response. */
export type Outcome = 'none' | 'answered' | 'answered in part' | 'refused' | 'failed';

/** What telemetry records about an operation: plain data, which threads exchange. */
export interface OperationRecord {
  outcome: Outcome;
  /** Distinct codes of the errors in the result. */
  errorCodes: readonly string[];
  /** Name of the operation, only if it is a persisted one. */
  operation: string | null;
  /** Null if nothing was executed. Times are in milliseconds since 1970. */
  execution: Execution | null;
}

/** An execution of an operation. */
export interface Execution {
  /** `query`, `mutation` or `subscription`. */
  readonly kind: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** The record of an operation that has not begun. */
export function emptyRecord(): OperationRecord {
  return { outcome: 'none', errorCodes: [], operation: null, execution: null };
}
