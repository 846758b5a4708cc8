import { Failure } from '#src/domain/failure.ts';

/** An error in words for the terminal: what a user can mend, without a stack trace. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const message = error instanceof Error ? error.message.trim() : String(error);
  return `Démarche failed, and it is not your fault: ${message}\nPlease report it with the command you gave.`;
}
