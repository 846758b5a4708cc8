import { Failure } from '#src/domain/failure.ts';
import { isConnectionLost } from '#src/store/database/connection-lost.ts';

/** An error in words for the terminal: what a user can mend, without a stack trace. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (isConnectionLost(error)) {
    return 'The database went away in the middle of the work, which is in the corpus whole or not at all. Start it again, and give the command once more.';
  }
  const message = error instanceof Error ? error.message.trim() : String(error);
  return `Démarche failed, and it is not your fault: ${message}\nPlease report it with the command you gave.`;
}
