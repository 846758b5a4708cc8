import { invariant } from '#src/domain/failure.ts';
import type { Transaction } from '../database/transaction.ts';

const TABLES_WITH_SEQUENCE = [
  'document_version',
  'document_text',
  'passage',
  'position',
  'attribution_step',
] as const;

/** Records per statement: stays below PostgreSQL's limit of 65,535 parameters. */
export const BATCH_SIZE = 1000;

/**
 * Reserves `count` ids of a table, so that records that refer to each other can be inserted in bulk
 * without reading ids back. Returns the id for an index from 0 to `count` - 1.
 */
export async function reserveIds(
  tx: Transaction,
  table: (typeof TABLES_WITH_SEQUENCE)[number],
  count: number,
): Promise<(index: number) => number> {
  const reserved =
    count === 0
      ? []
      : await tx.$queryRaw<{ id: number }[]>`
          SELECT nextval(pg_get_serial_sequence(${table}, 'id'))::int AS id
          FROM generate_series(1, ${count}::int)`;
  return (index) => {
    const id = reserved[index]?.id;
    invariant(id, `id ${index} of ${count} in ${table} was not reserved`);
    return id;
  };
}

/** Total size of the texts in one statement, in UTF-16 units: strings have a limit of 512 million. */
const MAX_BATCH_LENGTH = 4_000_000;

/**
 * Splits records into batches of at most `count`, and of at most `MAX_BATCH_LENGTH` by the sum of
 * `lengthOf`; a longer record is a batch of its own. Yields each batch with its offset.
 */
export function* batchesByLength<Item>(
  items: readonly Item[],
  count: number,
  lengthOf: (item: Item) => number,
): Generator<{ readonly batch: readonly Item[]; readonly offset: number }> {
  let offset = 0;
  let length = 0;
  for (const [index, item] of items.entries()) {
    const next = lengthOf(item);
    if (index > offset && (index - offset === count || length + next > MAX_BATCH_LENGTH)) {
      yield { batch: items.slice(offset, index), offset };
      [offset, length] = [index, 0];
    }
    length += next;
  }
  if (offset < items.length) yield { batch: items.slice(offset), offset };
}

/** Inserts records in batches. `onProgress` receives the fraction done (0…1) after each batch. */
export async function insertAll<Item>(
  items: readonly Item[],
  insert: (batch: Item[]) => Promise<unknown>,
  onProgress: (fraction: number) => void = () => {},
): Promise<void> {
  for (let offset = 0; offset < items.length; offset += BATCH_SIZE) {
    await insert(items.slice(offset, offset + BATCH_SIZE));
    onProgress(Math.min(1, (offset + BATCH_SIZE) / items.length));
  }
}
