import type { Transaction } from '../database/transaction.ts';

/** A table's stored columns as an SQL list, quoted; generated columns are left out. */
export async function columnsOf(tx: Transaction, table: string): Promise<string> {
  const columns = await tx.$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${table}
      AND is_generated = 'NEVER'
    ORDER BY ordinal_position`;
  return columns.map(({ name }) => `"${name}"`).join(', ');
}
