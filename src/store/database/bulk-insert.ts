/** Bulk writing: row numbers are reserved ahead, so that related rows go in without reading back. */
import { invariant } from '#src/domain/failure.ts';
import type { PrismaClient } from '../generated/client.ts';

export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'
>;

const NUMBERED = [
  'actor',
  'document',
  'document_text',
  'passage',
  'position',
  'attribution_step',
] as const;

/** Rows per statement: well below the 65,535 parameters that PostgreSQL takes. */
const BATCH = 1000;

/** Reserves `count` row numbers of a table; the result gives the i-th. */
export async function reserveIds(
  tx: Transaction,
  table: (typeof NUMBERED)[number],
  count: number,
): Promise<(index: number) => number> {
  const rows =
    count === 0
      ? []
      : await tx.$queryRaw<{ id: number }[]>`
          SELECT nextval(pg_get_serial_sequence(${table}, 'id'))::int AS id
          FROM generate_series(1, ${count}::int)`;
  return (index) => {
    const id = rows[index]?.id;
    invariant(id, `row ${index} of ${count} in ${table} was not reserved`);
    return id;
  };
}

/** Inserts rows in batches, telling the part done after each. */
export async function insertAll<Row>(
  rows: readonly Row[],
  insert: (batch: Row[]) => Promise<unknown>,
  onProgress: (part: number) => void = () => {},
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await insert(rows.slice(at, at + BATCH));
    onProgress(Math.min(1, (at + BATCH) / rows.length));
  }
}

export type IdOf = (name: string) => number;

/** Row numbers of actors by slug. */
export async function actorIds(tx: Transaction, slugs: Iterable<string>): Promise<IdOf> {
  const rows = await inBatches([...new Set(slugs)], (batch) =>
    tx.actor.findMany({ where: { slug: { in: batch } }, select: { id: true, slug: true } }),
  );
  return lookup('actor', new Map(rows.map((row) => [row.slug, row.id])));
}

/** Row numbers of documents by reference. */
export async function documentIds(tx: Transaction, references: Iterable<string>): Promise<IdOf> {
  const rows = await inBatches([...new Set(references)], (batch) =>
    tx.document.findMany({
      where: { reference: { in: batch } },
      select: { id: true, reference: true },
    }),
  );
  return lookup('document', new Map(rows.map((row) => [row.reference, row.id])));
}

export function lookup(what: string, ids: ReadonlyMap<string, number>): IdOf {
  return (name) => {
    const id = ids.get(name);
    invariant(id, `no ${what} ${name}`);
    return id;
  };
}

async function inBatches<Row>(
  names: readonly string[],
  find: (batch: string[]) => Promise<Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < names.length; at += BATCH) {
    rows.push(...(await find(names.slice(at, at + BATCH))));
  }
  return rows;
}
