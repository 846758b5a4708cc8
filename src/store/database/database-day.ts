/** The database's days are midnights in UTC; ours are ISO days. */

export function toDatabaseDay(isoDay: string): Date {
  return new Date(`${isoDay}T00:00:00Z`);
}

export function fromDatabaseDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
