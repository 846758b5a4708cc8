import { Failure } from '#src/domain/failure.ts';
import { isConnectionLost } from '#src/store/database/connection-lost.ts';

/** The message of an error for the terminal, without a stack trace. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (isConnectionLost(error)) {
    return 'The database connection was lost. The command took effect completely or not at all. Start the database and run the command again.';
  }
  const message = error instanceof Error ? error.message.trim() : String(error);
  return `Unexpected error: ${message}\nThis is a bug in Démarche. Report it with the command that you ran.`;
}
