/**
 * Keeps the messages of an extended query together. All connections share the engine's one session, and
 * the socket server alternates between them after each message, unless a transaction is open. A commit
 * or an error closes the transaction before the final sync: a message of another connection, sent in
 * between, would replace the statement or receive its reply.
 */
import type { PGlite } from '@electric-sql/pglite';
import { EXTENDED_QUERY } from './wire-messages.ts';

/** Makes the engine report an open transaction until an extended query has received its sync. */
export function isolateStatements(db: PGlite): void {
  const execute = db.execProtocolRawStream.bind(db);
  const isInTransaction = db.isInTransaction.bind(db);
  let isAwaitingSync = false;
  db.execProtocolRawStream = (message, options) => {
    isAwaitingSync = EXTENDED_QUERY.has(message[0]);
    return execute(message, options);
  };
  db.isInTransaction = () => isAwaitingSync || isInTransaction();
}
