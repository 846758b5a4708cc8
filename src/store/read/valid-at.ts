/**
 * Conditions for versioned tables: a version is valid from `since_revision` (inclusive) until
 * `until_revision` (exclusive; null while it is current).
 */
import { Prisma } from '../generated/client.ts';

/** Prisma filter: versions valid at a revision. */
export function validAt(revision: number) {
  return {
    sinceRevision: { lte: revision },
    OR: [{ untilRevision: null }, { untilRevision: { gt: revision } }],
  };
}

/** SQL condition: versions valid at a revision. `table` qualifies the columns where two tables have them. */
export function validAtSql(revision: number, table?: string): Prisma.Sql {
  const since = Prisma.raw(table === undefined ? 'since_revision' : `${table}.since_revision`);
  const until = Prisma.raw(table === undefined ? 'until_revision' : `${table}.until_revision`);
  return Prisma.sql`(${since} <= ${revision} AND (${until} IS NULL OR ${until} > ${revision}))`;
}
