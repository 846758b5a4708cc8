/**
 * Notices that the embedded engine has broken. What is wrong with a statement is an answer like any
 * other; but where the engine itself gives up (its stack is exhausted, its code traps), it throws, or
 * says nothing at all, and goes on so: a statement then waits for ever, or seems to have found nothing.
 */
import type { PGlite } from '@electric-sql/pglite';
import { QUERY, STEPS, SYNC } from './wire-messages.ts';

/** What a step that went well begins its reply with: it is parsed, bound, described. */
const WENT_WELL: ReadonlySet<number | undefined> = new Set(
  Array.from('12tTn', (letter) => letter.charCodeAt(0)),
);
/** The end of every reply to a query or a sync: ready for the next, and its length. */
const READY = [0x5a, 0, 0, 0, 5];

/** Calls `onBroken` with what happened; nothing of the reply that gave it away is passed on after. */
export function watchEngine(db: PGlite, onBroken: (reason: string) => void): void {
  const execute = db.execProtocolRawStream.bind(db);
  /** After a step that failed, the next ones are skipped, without a word, until a sync. */
  let skipping = false;
  db.execProtocolRawStream = async (message, options) => {
    const [kind] = message;
    let begin: number | undefined;
    let end: readonly number[] = [];
    try {
      await execute(message, {
        ...options,
        onRawData: (data) => {
          begin ??= data[0];
          end = [...end, ...data.subarray(-6)].slice(-6);
          options.onRawData(data);
        },
      });
    } catch (error) {
      onBroken(error instanceof Error ? (error.stack ?? error.message) : String(error));
      throw error;
    }
    if (STEPS.has(kind)) {
      if (begin === undefined && !skipping) onBroken('a statement was left without a reply');
      skipping ||= !WENT_WELL.has(begin);
    } else if (kind === QUERY || kind === SYNC) {
      if (READY.some((byte, index) => end[index] !== byte)) onBroken('a reply has no end');
      skipping = false;
    }
  };
}
