/** What happens, as lines of JSON on the standard output: for machines, and without personal data. */

export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Says what happened, and what is known of it; `error` is told whole. */
type Say = (message: string, fields?: Readonly<Record<string, unknown>>) => void;
export type Log = Readonly<Record<Exclude<LogLevel, 'silent'>, Say>>;

/** Where lines go, each with its end. */
export interface Lines {
  readonly write: (line: string) => void;
}

/** Bytes that wait for a slow reader before lines are dropped: a log must not stop a server. */
const MAX_WAITING = 4_000_000;
/** Causes of causes that are told. */
const MAX_CAUSES = 5;

/** Tells of what is as grave as the level, or graver. */
export function createLog(level: LogLevel, to: Lines = STANDARD_OUTPUT): Log {
  const sayAs = (of: LogLevel): Say => {
    if (LOG_LEVELS.indexOf(of) < LOG_LEVELS.indexOf(level)) return () => {};
    return (message, fields) => {
      const told =
        fields?.['error'] === undefined
          ? fields
          : { ...fields, error: describeError(fields['error']) };
      to.write(`${JSON.stringify({ level: of, time: timestamp(), ...told, message })}\n`);
    };
  };
  return { info: sayAs('info'), warn: sayAs('warn'), error: sayAs('error') };
}

/**
 * The lines of one turn of the event loop are written at once: under load, each by itself would take
 * longer than all the rest of a request whose answer is kept. At the end of the process nobody waits
 * for a reader that has stopped reading.
 */
const STANDARD_OUTPUT: Lines = {
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
  if (at !== time.at) time = { at, written: new Date(at).toISOString() };
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
