import { Failure } from '#src/domain/failure.ts';

/** What Prisma and pg say when the server, or the embedded database, has ended. */
const CONNECTION_LOST =
  /Connection terminated|terminating connection|57P0[12]|ECONNREFUSED|ECONNRESET|EPIPE|server has closed the connection|Can't reach database server|connect ENOENT|not queryable/i;

/** An error in words for the terminal: what a user can mend, without a stack trace. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof Error && CONNECTION_LOST.test(error.message)) {
    return 'The database went away in the middle of the work, which is in the corpus whole or not at all. Start it again, and give the command once more.';
  }
  const message = error instanceof Error ? error.message.trim() : String(error);
  return `Démarche failed, and it is not your fault: ${message}\nPlease report it with the command you gave.`;
}
