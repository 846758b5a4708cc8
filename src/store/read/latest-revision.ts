import type { PlainSql } from '../database/connect.ts';

/** Number of the latest revision; 0 for an empty corpus. */
export async function latestRevision(sql: PlainSql): Promise<number> {
  const [found] = await sql<{ latest: number }>(
    'SELECT coalesce(max(number), 0) AS latest FROM revision',
  );
  return found?.latest ?? 0;
}
