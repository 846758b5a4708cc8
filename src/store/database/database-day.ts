/** Conversion of days: the Prisma client uses midnight UTC, the domain ISO 8601 dates. */

/** `2007-02-27` as midnight UTC. */
export function toDatabaseDay(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}

/** Midnight UTC as `2007-02-27`. */
export function fromDatabaseDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
