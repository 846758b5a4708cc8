/** The log: one JSON object per line on standard output, without personal data (redaction.ts). */
import { redactError } from './redaction.ts';

/** Values of `DEMARCHE_LOG`, from the most to the least verbose. */
export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;
/** A value of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes a line with a message and fields; the field `error` is an error of any kind. */
type WriteEntry = (message: string, fields?: Readonly<Record<string, unknown>>) => void;
/** A logger, with a method per level. */
export type Log = Readonly<Record<Exclude<LogLevel, 'silent'>, WriteEntry>>;

/** Destination of log lines, each with its line break. */
export interface LineWriter {
  readonly write: (line: string) => void;
}

/** Bytes buffered for a slow reader before lines are dropped: the log must not block the server. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** Creates a logger that writes entries of the given level and above. */
export function createLog(minimum: LogLevel, output: LineWriter = STANDARD_OUTPUT): Log {
  const writerFor = (level: LogLevel): WriteEntry => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(minimum)) return () => {};
    return (message, fields) => {
      const redacted =
        fields?.['error'] === undefined
          ? fields
          : { ...fields, error: redactError(fields['error']) };
      // Put together as text: an object for all would take twice as long, on each request.
      const start = `{"level":"${level}","time":"${timestamp()}","message":${JSON.stringify(message)}`;
      const rest = redacted === undefined ? '{}' : JSON.stringify(redacted);
      output.write(`${start}${rest === '{}' ? '' : ','}${rest.slice(1)}\n`);
    };
  };
  return { info: writerFor('info'), warn: writerFor('warn'), error: writerFor('error') };
}

/**
 * Writes the lines of one turn of the event loop together: under load, single writes would take longer
 * than the rest of a cached response. On exit it does not wait for a reader that has stopped reading.
 */
const STANDARD_OUTPUT: LineWriter = {
  write: (line) => {
    if (pending === '') setImmediate(flush);
    pending += line;
  },
};

let pending = '';

function flush(): void {
  const { stdout } = process;
  const lines = pending;
  pending = '';
  if (lines !== '' && stdout.writableLength < MAX_BUFFERED_BYTES) stdout.write(lines);
}

process.once('exit', flush);

let lastTimestamp = { milliseconds: 0, text: '' };

/** The current time in ISO 8601, formatted once per millisecond. */
function timestamp(): string {
  const milliseconds = Date.now();
  if (milliseconds !== lastTimestamp.milliseconds)
    lastTimestamp = { milliseconds, text: new Date(milliseconds).toISOString() };
  return lastTimestamp.text;
}
