/** Ids of stored records by their natural keys. */
import { codingKey } from '#src/domain/corpus.ts';
import { invariant } from '#src/domain/failure.ts';
import type { Transaction } from '../database/transaction.ts';
import { BATCH_SIZE } from './bulk-insert.ts';

/** The id for a natural key. Throws an invariant violation on a key that was not looked up. */
export type IdOf = (key: string) => number;

/** Ids of actors by slug. */
export async function actorIds(tx: Transaction, slugs: Iterable<string>): Promise<IdOf> {
  const records = await findInBatches([...new Set(slugs)], (batch) =>
    tx.actor.findMany({ where: { slug: { in: batch } }, select: { id: true, slug: true } }),
  );
  return idsBy('actor', new Map(records.map(({ id, slug }) => [slug, id])));
}

/** Ids of documents by reference. */
export async function documentIds(tx: Transaction, references: Iterable<string>): Promise<IdOf> {
  const records = await findInBatches([...new Set(references)], (batch) =>
    tx.document.findMany({
      where: { reference: { in: batch } },
      select: { id: true, reference: true },
    }),
  );
  return idsBy('document', new Map(records.map(({ id, reference }) => [reference, id])));
}

/** Ids of the versions of codebooks by `slug@version`. */
export async function codebookIds(tx: Transaction): Promise<IdOf> {
  const records = await tx.codebook.findMany({ select: { id: true, slug: true, version: true } });
  const ids = records.map(({ id, slug, version }) => [`${slug}@${version}`, id] as const);
  return idsBy('codebook', new Map(ids));
}

/** Ids of the codings of documents, which are given by reference, by `codingKey`. */
export async function codingIds(tx: Transaction, references: Iterable<string>): Promise<IdOf> {
  const records = await findInBatches([...new Set(references)], (batch) =>
    tx.coding.findMany({
      where: { document: { reference: { in: batch } } },
      select: {
        id: true,
        coder: true,
        document: { select: { reference: true } },
        codebook: { select: { slug: true, version: true } },
      },
    }),
  );
  const ids = records.map(
    ({ id, coder, document: { reference }, codebook: { slug, version } }) =>
      [codingKey({ document: reference, codebook: slug, version, coder }), id] as const,
  );
  return idsBy('coding', new Map(ids));
}

/** Ids of conditions, of every codebook, by `conditionKey`. */
export async function conditionIds(tx: Transaction): Promise<IdOf> {
  const records = await tx.condition.findMany({
    select: { id: true, code: true, codebook: { select: { slug: true, version: true } } },
  });
  const ids = records.map(
    ({ id, code, codebook }) => [conditionKey(codebook.slug, codebook.version, code), id] as const,
  );
  return idsBy('condition', new Map(ids));
}

/** A condition's key across codebooks: `slug@version code`. */
export function conditionKey(codebook: string, version: number, code: string): string {
  return `${codebook}@${version} ${code}`;
}

function idsBy(kind: string, ids: ReadonlyMap<string, number>): IdOf {
  return (key) => {
    const id = ids.get(key);
    invariant(id, `no ${kind} ${key}`);
    return id;
  };
}

async function findInBatches<Found>(
  keys: readonly string[],
  find: (batch: string[]) => Promise<Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let offset = 0; offset < keys.length; offset += BATCH_SIZE) {
    found.push(...(await find(keys.slice(offset, offset + BATCH_SIZE))));
  }
  return found;
}
