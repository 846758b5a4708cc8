/**
 * Reads the corpus at a revision into memory: actors, affiliations, codebooks, the heads of
 * documents and the columns of positions. Texts, evidence and attribution stay in the database.
 */
import { indexAffiliations } from '#src/domain/affiliation.ts';
import type {
  ActorRow,
  AffiliationRow,
  CodebookRow,
  CorpusSnapshot,
  DocumentHead,
} from '#src/domain/corpus-snapshot.ts';
import type { PrismaClient } from './generated/client.ts';
import { readPositionColumns } from './read-position-columns.ts';

export async function readCorpus(prisma: PrismaClient, revision: number): Promise<CorpusSnapshot> {
  // One after the other, on one connection: the embedded database answers one at a time anyway,
  // and to open connections takes longer than to ask.
  const actors = await readActors(prisma, revision);
  const affiliations = await readAffiliations(prisma, revision);
  const codebooks = await readCodebooks(prisma, revision);
  const documents = await readDocumentHeads(prisma, revision);
  const positions = await readPositionColumns(prisma, revision);
  return {
    revision,
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    actorIds: new Map(actors.map((actor) => [actor.slug, actor.id])),
    affiliations,
    partOf: indexAffiliations(affiliations),
    codebooks,
    conditions: new Map(codebooks.flatMap((c) => c.conditions).map((c) => [c.id, c])),
    documents: new Map(documents.map((document) => [document.id, document])),
    documentIds: new Map(documents.map((document) => [document.reference, document.id])),
    positions,
  };
}

// Plain SQL below, not Prisma's queries: each of those costs tens of milliseconds to compile the
// first time, and the corpus is read at every start.

async function readActors(prisma: PrismaClient, revision: number): Promise<readonly ActorRow[]> {
  return prisma.$queryRaw<ActorRow[]>`
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
  prisma: PrismaClient,
  revision: number,
): Promise<readonly AffiliationRow[]> {
  return prisma.$queryRaw<AffiliationRow[]>`
    SELECT id, member_id AS "memberId", organisation_id AS "organisationId", kind::text, role,
      (started_on - DATE '1970-01-01')::int AS "startedOn",
      (ended_on - DATE '1970-01-01')::int AS "endedOn"
    FROM affiliation
    WHERE since_revision <= ${revision} AND (until_revision IS NULL OR until_revision > ${revision})
    ORDER BY id`;
}

async function readCodebooks(
  prisma: PrismaClient,
  revision: number,
): Promise<readonly CodebookRow[]> {
  return prisma.$queryRaw<CodebookRow[]>`
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

async function readDocumentHeads(
  prisma: PrismaClient,
  revision: number,
): Promise<readonly DocumentHead[]> {
  return prisma.$queryRaw<DocumentHead[]>`
    SELECT id, reference, kind::text, release::text,
      (created_on - DATE '1970-01-01')::int AS "createdOn",
      ARRAY(SELECT actor_id FROM correspondent
        WHERE document_id = document.id AND role = 'AUTHOR' AND actor_id IS NOT NULL
        ORDER BY "order") AS authors
    FROM document WHERE since_revision <= ${revision}
    ORDER BY created_on NULLS LAST, reference`;
}
