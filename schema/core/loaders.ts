/** Batches the reads of one request: each loader is one statement for all that asked in a tick. */
import DataLoader from 'dataloader';
import { passingDocuments, selectDocuments } from '#src/analysis/selection/select-documents.ts';
import type { ActorRecord, ConditionRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { invariant } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { type Mention, readMentions } from '#src/store/read/read-mentions.ts';
import * as read from '#src/store/read/read-records.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** A row of a table at a revision, by number or by lasting key, as a loader's key. */
interface AtRevision<Id = number> {
  readonly id: Id;
  readonly revision: number;
}

/** A gap in a comparison, as a loader's key. */
interface Mentioned {
  readonly actor: ActorRecord;
  readonly condition: ConditionRecord;
  readonly corpus: CorpusSnapshot;
}

function toMention({ actor, condition, corpus }: Mentioned): Mention {
  const selected = selectDocuments(corpus.documents, { reportedBy: [actor.id] }, corpus.partOf);
  const own = passingDocuments(selected);
  return {
    terms: condition.indicatorTerms,
    names: [actor.name, ...actor.aliases],
    documents: [...corpus.documents.keys()].filter((id) => own[id] === 1),
  };
}

export function createLoaders({ prisma, sql }: Store) {
  return {
    position: one(
      (ids: readonly number[]) => read.readPositions(sql, ids),
      (row) => row.id,
    ),
    positionId: atRevision(async (keys: readonly string[], revision) => {
      const found = await read.readPositionIds(prisma, keys, revision);
      return new Map(found.map(({ key, id }) => [key, id]));
    }),
    evidence: many(
      (ids) => read.readEvidence(sql, ids),
      (row) => row.positionId,
    ),
    attribution: many(
      (ids) => read.readAttribution(sql, ids),
      (row) => row.positionId,
    ),
    document: one(
      (ids: readonly number[]) => read.readDocumentRecords(prisma, ids),
      (row) => row.id,
    ),
    text: atRevision(async (ids: readonly number[], revision) => {
      const texts = await read.readTexts(prisma, ids, revision);
      return new Map(texts.map((text) => [text.documentId, text]));
    }),
    textById: one(
      (ids: readonly number[]) => read.readTextsById(prisma, ids),
      (row) => row.id,
    ),
    passages: many(
      (ids) => read.readPassages(prisma, ids),
      (row) => row.textId,
    ),
    passage: one(
      (ids: readonly number[]) => read.readPassagesById(prisma, ids),
      (row) => row.id,
    ),
    /** Documents that mention a condition's indicator terms for an actor. */
    mentions: new DataLoader<Mentioned, readonly number[], string>(
      async (keys) => {
        const found = new Map<Mentioned, readonly number[]>();
        for (const [{ revision }, asked] of Map.groupBy(keys, ({ corpus }) => corpus)) {
          const rows = await readMentions(prisma, asked.map(toMention), revision);
          for (const [i, key] of asked.entries()) found.set(key, rows[i] ?? []);
        }
        return keys.map((key) => found.get(key) ?? []);
      },
      {
        cacheKeyFn: ({ actor, condition, corpus }) =>
          `${corpus.revision}/${actor.id}/${condition.id}`,
      },
    ),
    revision: one(
      (ids: readonly number[]) => read.readRevisions(prisma, ids),
      (row) => row.number,
    ),
  };
}

/** A loader of rows that must be there, since their numbers came from the store. */
function one<Row>(
  find: (ids: readonly number[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => number,
): DataLoader<number, Row> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [idOf(row), row]));
    return ids.map((id) => {
      const row = rows.get(id);
      invariant(row, `row ${id} is not in the store`);
      return row;
    });
  });
}

/** A loader of the rows that belong to each of several others. */
function many<Row>(
  find: (ids: readonly number[]) => Promise<readonly Row[]>,
  ownerOf: (row: Row) => number,
): DataLoader<number, readonly Row[]> {
  return new DataLoader(async (ids) => {
    const groups = Map.groupBy(await find(ids), ownerOf);
    return ids.map((id) => groups.get(id) ?? []);
  });
}

/** A loader for each revision asked about: rows by what they are known by, or null. */
function atRevision<Id extends string | number, Row>(
  find: (ids: readonly Id[], revision: number) => Promise<ReadonlyMap<Id, Row>>,
) {
  return new DataLoader<AtRevision<Id>, Row | null, string>(
    async (keys) => {
      const found = new Map<number, ReadonlyMap<Id, Row>>();
      for (const [revision, wanted] of Map.groupBy(keys, (key) => key.revision)) {
        const ids = wanted.map(({ id }) => id);
        found.set(revision, await find(ids, revision));
      }
      return keys.map(({ id, revision }) => found.get(revision)?.get(id) ?? null);
    },
    { cacheKeyFn: ({ id, revision }) => `${revision}/${id}` },
  );
}
