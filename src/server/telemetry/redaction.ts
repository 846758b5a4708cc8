/**
 * What the log leaves out of a request and of an error. A log line holds no client address, query
 * text, variables, headers or user agent: instrument-requests.ts picks the fields of a request one by
 * one, and these functions cut what a client could have written out of the rest.
 */
import type { IncomingMessage } from 'node:http';

/** Longer paths come from scanners. */
const MAX_PATH_LENGTH = 200;
/** Depth of nested causes that are logged. */
const MAX_CAUSES = 5;

/** The path of a request without its query string, which holds the operation and its variables. */
export function pathWithoutQuery({ url = '' }: IncomingMessage): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/** A path shortened for the log. */
export function truncatePath(path: string): string {
  return path.slice(0, MAX_PATH_LENGTH);
}

/**
 * The name, message, code, stack and causes of an error. Properties that libraries add, such as the
 * parameters of a statement, are dropped: they hold what a client sent.
 */
export function redactError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: redactError(cause, depth + 1) }),
  };
}
