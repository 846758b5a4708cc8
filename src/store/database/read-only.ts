/** SQLSTATE of a write in a read-only transaction, such as on a standby; in messages of Prisma too. */
const READ_ONLY = /25006|read-only transaction|during recovery/;

/** Whether an error means that the database accepts no writes. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Error && READ_ONLY.test(error.message);
}
