/**
 * Detects a broken engine. An SQL error is an ordinary reply; but when the engine itself fails (its stack
 * is exhausted, its code traps), it throws, or sends no reply or half of one, and keeps running: a
 * statement then waits for ever or seems to have no result.
 */
import type { PGlite } from '@electric-sql/pglite';
import { EXTENDED_QUERY, QUERY, SYNC } from './wire-messages.ts';

/** First bytes of the replies to a successful parse, bind or describe. */
const SUCCESS: ReadonlySet<number | undefined> = new Set(
  Array.from('12tTn', (letter) => letter.charCodeAt(0)),
);
/** How a reply to a query or a sync ends, before its last byte: ReadyForQuery and its length. */
const READY_FOR_QUERY = [0x5a, 0, 0, 0, 5];

/** Calls `onFailure` with the reason when the engine breaks. */
export function detectEngineFailure(db: PGlite, onFailure: (reason: string) => void): void {
  const execute = db.execProtocolRawStream.bind(db);
  /** After an error, the engine skips the remaining steps without a reply, until the sync. */
  let isSkipping = false;
  db.execProtocolRawStream = async (message, options) => {
    const [type] = message;
    let first: number | undefined;
    let tail: readonly number[] = [];
    try {
      await execute(message, {
        ...options,
        onRawData: (data) => {
          first ??= data[0];
          tail = [...tail, ...data.subarray(-6)].slice(-6);
          options.onRawData(data);
        },
      });
    } catch (error) {
      onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
      throw error;
    }
    if (EXTENDED_QUERY.has(type)) {
      if (first === undefined && !isSkipping) onFailure('no reply to a statement');
      isSkipping ||= !SUCCESS.has(first);
    } else if (type === QUERY || type === SYNC) {
      if (READY_FOR_QUERY.some((value, index) => tail[index] !== value))
        onFailure('incomplete reply to a statement');
      isSkipping = false;
    }
  };
}
