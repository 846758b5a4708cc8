/** Batches the reads of one request: each loader sends one SQL statement for all keys of a tick. */
import DataLoader from 'dataloader';
import { findMentions, type MentionKey } from '#src/app/comparison/mentions.ts';
import { invariant } from '#src/domain/failure.ts';
import * as read from '#src/store/read/read-records.ts';

/** The loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Key of a loader: a record's number or stable key, and the revision to read it at. */
interface RevisionKey<Id = number> {
  readonly id: Id;
  readonly revision: number;
}

/** Creates loaders for one request; they cache what they read. */
export function createLoaders(store: read.RecordStore) {
  const { prisma, sql } = store;
  return {
    position: one(
      (ids: readonly number[]) => read.readPositions(sql, ids),
      (record) => record.id,
    ),
    positionId: atRevision(async (keys: readonly string[], revision) => {
      const found = await read.readPositionIds(prisma, keys, revision);
      return new Map(found.map(({ key, id }) => [key, id]));
    }),
    evidence: many(
      (ids) => read.readEvidence(sql, ids),
      (record) => record.positionId,
    ),
    attribution: many(
      (ids) => read.readAttribution(sql, ids),
      (record) => record.positionId,
    ),
    document: atRevision(async (ids: readonly number[], revision) => {
      const records = await read.readDocumentRecords(prisma, ids, revision);
      return new Map(records.map((record) => [record.documentId, record]));
    }),
    text: atRevision(async (ids: readonly number[], revision) => {
      const texts = await read.readTexts(prisma, ids, revision);
      return new Map(texts.map((text) => [text.documentId, text]));
    }),
    /** The texts that documents have at a revision, without their words. */
    textHead: atRevision(async (ids: readonly number[], revision) => {
      const texts = await read.readTextHeads(prisma, ids, revision);
      return new Map(texts.map((head) => [head.documentId, head]));
    }),
    textById: one(
      (ids: readonly number[]) => read.readTextsById(prisma, ids),
      (record) => record.id,
    ),
    passages: many(
      (ids) => read.readPassages(prisma, ids),
      (record) => record.textId,
    ),
    passage: one(
      (ids: readonly number[]) => read.readPassagesById(prisma, ids),
      (record) => record.id,
    ),
    /** Documents that mention a condition's indicator terms for an actor. */
    mentions: new DataLoader<MentionKey, readonly number[], string>(
      (keys) => findMentions(store, keys),
      {
        cacheKeyFn: ({ actor, condition, corpus }) =>
          `${corpus.revision}/${actor.id}/${condition.id}`,
      },
    ),
    revision: one(
      (ids: readonly number[]) => read.readRevisions(prisma, ids),
      (record) => record.number,
    ),
  };
}

/** A loader of records that must exist, since their numbers came from the store. */
function one<Item>(
  find: (ids: readonly number[]) => Promise<readonly Item[]>,
  idOf: (record: Item) => number,
): DataLoader<number, Item> {
  return new DataLoader(async (ids) => {
    const records = new Map((await find(ids)).map((record) => [idOf(record), record]));
    return ids.map((id) => {
      const record = records.get(id);
      invariant(record, `record ${id} is not in the store`);
      return record;
    });
  });
}

/** A loader of the records that belong to each key. */
function many<Item>(
  find: (ids: readonly number[]) => Promise<readonly Item[]>,
  ownerOf: (record: Item) => number,
): DataLoader<number, readonly Item[]> {
  return new DataLoader(async (ids) => {
    const groups = Map.groupBy(await find(ids), ownerOf);
    return ids.map((id) => groups.get(id) ?? []);
  });
}

/** A loader of records as of a revision; null where there is none. */
function atRevision<Id extends string | number, Item>(
  find: (ids: readonly Id[], revision: number) => Promise<ReadonlyMap<Id, Item>>,
) {
  return new DataLoader<RevisionKey<Id>, Item | null, string>(
    async (keys) => {
      const found = new Map<number, ReadonlyMap<Id, Item>>();
      for (const [revision, requested] of Map.groupBy(keys, (key) => key.revision)) {
        const ids = requested.map(({ id }) => id);
        found.set(revision, await find(ids, revision));
      }
      return keys.map(({ id, revision }) => found.get(revision)?.get(id) ?? null);
    },
    { cacheKeyFn: ({ id, revision }) => `${revision}/${id}` },
  );
}
