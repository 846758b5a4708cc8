import type { Transaction } from '../database/bulk-insert.ts';

/** A table's own columns, quoted and joined: without those that the database computes. */
export async function columnsOf(tx: Transaction, table: string): Promise<string> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${table}
      AND is_generated = 'NEVER'
    ORDER BY ordinal_position`;
  return rows.map(({ name }) => `"${name}"`).join(', ');
}
