/** What happens, as lines of JSON on the standard output: for machines, and without personal data. */
import { type DestinationStream, type Logger, pino } from 'pino';

export type LogLevel = 'info' | 'warn' | 'error' | 'silent';
export type Log = Logger;

/** Bytes that wait for a slow reader before lines are dropped: a log must not stop a server. */
const MAX_WAITING = 4_000_000;
/** Causes of causes that are told. */
const MAX_CAUSES = 5;

export function createLog(level: LogLevel, to: DestinationStream = STANDARD_OUTPUT): Log {
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      errorKey: 'error',
      timestamp,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
    },
    to,
  );
}

/**
 * Not pino's own, which at the end of the process waits for ever for a reader that has stopped
 * reading. The lines of one turn of the event loop are written at once: under load, each by itself
 * would take longer than all the rest of a request whose answer is kept.
 */
const STANDARD_OUTPUT: DestinationStream = {
  write: (line) => {
    if (lines === '') setImmediate(writeLines);
    lines += line;
  },
};

let lines = '';

function writeLines(): void {
  const { stdout } = process;
  if (lines !== '' && stdout.writableLength < MAX_WAITING) stdout.write(lines);
  lines = '';
}

process.once('exit', writeLines);

let time = { at: 0, written: '' };

/** Written once for all lines of a millisecond. */
function timestamp(): string {
  const at = Date.now();
  if (at !== time.at) time = { at, written: `,"time":"${new Date(at).toISOString()}"` };
  return time.written;
}

/**
 * The whole error, but for what libraries hang on to it: values of a statement, say, which are what
 * a client wrote.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}
