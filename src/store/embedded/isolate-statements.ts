/**
 * Lets each connection to the embedded engine send all messages of a statement before another's are
 * heard. The engine is one session to all of them, and its socket server takes in one message at a
 * time, from whoever, unless a transaction is open. A statement is one to itself, but a commit and an
 * error end it before the last message, the sync: what another connection sent in between took the
 * place of its statement, or was answered with it.
 */
import type { PGlite } from '@electric-sql/pglite';
import { STEPS } from './wire-messages.ts';

export function keepExchangesWhole(db: PGlite): void {
  const execute = db.execProtocolRawStream.bind(db);
  const isInTransaction = db.isInTransaction.bind(db);
  let isUnfinished = false;
  db.execProtocolRawStream = (message, options) => {
    isUnfinished = STEPS.has(message[0]);
    return execute(message, options);
  };
  db.isInTransaction = () => isUnfinished || isInTransaction();
}
