/**
 * The operation that the current asynchronous context belongs to, for the log, the metrics and the
 * traces. Nothing here comes from the client, except an id of safe characters.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { OperationRecord } from './operation-record.ts';

/** What telemetry records about an operation while it is executed. */
export interface CurrentOperation {
  readonly requestId: string;
  /** The body of its request. */
  readonly body: Uint8Array;
  readonly record: OperationRecord;
  /** An operation of a higher cost is not executed. */
  readonly handBackAbove: number;
  /** Whether the executor hands it back without a result. */
  isHandedBack: boolean;
}

const operations = new AsyncLocalStorage<CurrentOperation>();

/** The current operation, or null outside of one. */
export function currentOperation(): CurrentOperation | null {
  return operations.getStore() ?? null;
}

/** Runs `execute` with `operation` as the current one, and returns its result. */
export function runWithOperation<Result>(
  operation: CurrentOperation,
  execute: () => Result,
): Result {
  return operations.run(operation, execute);
}

/** Marks the current operation as one for another executor. */
export function handBack(): void {
  const current = currentOperation();
  if (current !== null) current.isHandedBack = true;
}

/** Records the name of a persisted operation for the log, the metrics and the traces. */
export function recordOperation(name: string | undefined): void {
  const current = currentOperation();
  if (current !== null && name !== undefined) current.record.operation = name;
}
