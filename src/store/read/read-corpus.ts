/**
 * Reads the corpus at a revision into memory: actors, affiliations, codebooks, the heads of
 * documents and the columns of positions. Texts, evidence and attribution stay in the database.
 */
import { indexAffiliations } from '#src/domain/affiliation.ts';
import type {
  ActorRecord,
  AffiliationRecord,
  CodebookRecord,
  CorpusSnapshot,
  DocumentHead,
} from '#src/domain/corpus-snapshot.ts';
import { splicePositions } from '#src/domain/splice-positions.ts';
import { DOCUMENT_AUTHORS } from '../database/document-authors.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';
import { readPositionColumns, readPositionsOnlyAt } from './read-position-columns.ts';

/** The whole corpus as it stood at a revision. */
export async function readCorpus(tx: Transaction, revision: number): Promise<CorpusSnapshot> {
  // One after the other, on one connection: the embedded database answers one at a time anyway,
  // and to open connections takes longer than to ask.
  const reference = await readReference(tx, revision);
  const documents = await readDocumentHeads(tx, revision);
  return {
    ...reference,
    documents: new Map(documents.map((document) => [document.id, document])),
    documentIds: new Map(documents.map((document) => [document.reference, document.id])),
    positions: await readPositionColumns(tx, revision),
  };
}

/** The same, made out of the corpus at another revision, by reading what differs. */
export async function readCorpusFrom(
  tx: Transaction,
  other: CorpusSnapshot,
  revision: number,
): Promise<CorpusSnapshot> {
  const reference = await readReference(tx, revision);
  const documents = await documentsFrom(tx, other, revision);
  const gone = await readPositionsOnlyAt(tx, other.revision, revision);
  const come = await readPositionsOnlyAt(tx, revision, other.revision);
  const same = gone.length + come.length === 0;
  return {
    ...reference,
    ...documents,
    positions: same ? other.positions : splicePositions(other.positions, gone, come),
  };
}

/** Actors, affiliations and codebooks: few enough to be read anew. */
async function readReference(tx: Transaction, revision: number) {
  const actors = await readActors(tx, revision);
  const affiliations = await readAffiliations(tx, revision);
  const codebooks = await readCodebooks(tx, revision);
  return {
    revision,
    writtenAt: await readWrittenAt(tx, revision),
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    actorIds: new Map(actors.map((actor) => [actor.slug, actor.id])),
    affiliations,
    partOf: indexAffiliations(affiliations),
    codebooks,
    conditions: new Map(codebooks.flatMap((c) => c.conditions).map((c) => [c.id, c])),
  };
}

// Plain SQL below, not Prisma's queries: each of those costs tens of milliseconds to compile the
// first time, and the corpus is read at every start.

async function readWrittenAt(tx: Transaction, revision: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ writtenAt: Date }[]>`
    SELECT created_at AS "writtenAt" FROM revision WHERE number = ${revision}`;
  return row?.writtenAt.getTime() ?? 0;
}

async function readActors(tx: Transaction, revision: number): Promise<readonly ActorRecord[]> {
  return tx.$queryRaw<ActorRecord[]>`
    SELECT id, slug, name, kind::text, description,
      ARRAY(SELECT name FROM actor_alias WHERE actor_id = actor.id ORDER BY "order") AS aliases
    FROM actor WHERE since_revision <= ${revision} ORDER BY slug`;
}

/** What stood at a revision, in a table that keeps the range of revisions of each row. */
export function standingAt(revision: number) {
  return {
    sinceRevision: { lte: revision },
    OR: [{ untilRevision: null }, { untilRevision: { gt: revision } }],
  };
}

async function readAffiliations(
  tx: Transaction,
  revision: number,
): Promise<readonly AffiliationRecord[]> {
  return tx.$queryRaw<AffiliationRecord[]>`
    SELECT id, member_id AS "memberId", organisation_id AS "organisationId", kind::text, role,
      (started_on - DATE '1970-01-01')::int AS "startedOn",
      (ended_on - DATE '1970-01-01')::int AS "endedOn"
    FROM affiliation
    WHERE since_revision <= ${revision} AND (until_revision IS NULL OR until_revision > ${revision})
    ORDER BY id`;
}

async function readCodebooks(
  tx: Transaction,
  revision: number,
): Promise<readonly CodebookRecord[]> {
  return tx.$queryRaw<CodebookRecord[]>`
    SELECT id, slug, version, title, description, is_default AS "isDefault",
      since_revision AS "sinceRevision",
      (SELECT json_agg(json_build_object('stance', stance, 'definition', definition) ORDER BY stance)
        FROM stance_level WHERE codebook_id = codebook.id) AS stances,
      (SELECT json_agg(json_build_object('id', id, 'codebookId', codebook_id, 'code', code,
          'kind', kind, 'title', title, 'proposition', proposition, 'guidance', guidance,
          'indicatorTerms', indicator_terms) ORDER BY "order")
        FROM condition WHERE codebook_id = codebook.id) AS conditions
    FROM codebook WHERE since_revision <= ${revision} ORDER BY slug, version`;
}

/** The headers as they were at a revision, of documents that were there; `which` chooses among them. */
async function readDocumentHeads(
  tx: Transaction,
  revision: number,
  which = Prisma.sql`true`,
): Promise<readonly DocumentHead[]> {
  return tx.$queryRaw<DocumentHead[]>`
    SELECT id, reference, title, coalesce(past.kind, document.kind)::text AS kind,
      coalesce(past.release, document.release)::text AS release,
      (CASE WHEN past.document_id IS NULL THEN document.created_on ELSE past.created_on END
        - DATE '1970-01-01')::int AS "createdOn",
      coalesce(past.authors, ${DOCUMENT_AUTHORS}) AS authors
    FROM document LEFT JOIN (
      SELECT DISTINCT ON (document_id) * FROM superseded_header WHERE until_revision > ${revision}
      ORDER BY document_id, until_revision
    ) AS past ON past.document_id = document.id
    WHERE since_revision <= ${revision} AND ${which}
    ORDER BY document.id`;
}

/** The documents of another revision, with what differs at this one. */
async function documentsFrom(
  tx: Transaction,
  other: CorpusSnapshot,
  revision: number,
): Promise<Pick<CorpusSnapshot, 'documents' | 'documentIds'>> {
  const [low, high] =
    revision < other.revision ? [revision, other.revision] : [other.revision, revision];
  const differing = Prisma.sql`id IN (
    SELECT id FROM document WHERE since_revision > ${low} AND since_revision <= ${high}
    UNION SELECT document_id FROM superseded_header
          WHERE until_revision > ${low} AND until_revision <= ${high})`;
  const fresh = await readDocumentHeads(tx, revision, differing);
  const gone =
    revision < other.revision ? await readDocumentIdsSince(tx, revision, other.revision) : [];
  if (fresh.length + gone.length === 0)
    return { documents: other.documents, documentIds: other.documentIds };
  const documents = new Map(other.documents);
  const documentIds = new Map(other.documentIds);
  for (const id of gone) {
    documentIds.delete(documents.get(id)?.reference ?? '');
    documents.delete(id);
  }
  for (const head of fresh) {
    documents.set(head.id, head);
    documentIds.set(head.reference, head.id);
  }
  return { documents, documentIds };
}

async function readDocumentIdsSince(
  tx: Transaction,
  after: number,
  to: number,
): Promise<readonly number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM document WHERE since_revision > ${after} AND since_revision <= ${to}`;
  return rows.map(({ id }) => id);
}
