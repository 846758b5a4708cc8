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
import { dayNumber } from '#src/domain/dates.ts';
import { STANCES } from '#src/domain/vocabulary.ts';
import { fromDatabaseDay } from './days.ts';
import type { PrismaClient } from './generated/client.ts';
import { readPositionColumns } from './read-position-columns.ts';

export async function readCorpus(prisma: PrismaClient, revision: number): Promise<CorpusSnapshot> {
  const [actors, affiliations, codebooks, documents, positions] = await Promise.all([
    readActors(prisma, revision),
    readAffiliations(prisma, revision),
    readCodebooks(prisma, revision),
    readDocumentHeads(prisma, revision),
    readPositionColumns(prisma, revision),
  ]);
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

async function readActors(prisma: PrismaClient, revision: number): Promise<readonly ActorRow[]> {
  const rows = await prisma.actor.findMany({
    where: { sinceRevision: { lte: revision } },
    include: { aliases: { orderBy: { order: 'asc' }, select: { name: true } } },
    orderBy: { slug: 'asc' },
  });
  return rows.map(({ id, slug, name, kind, description, aliases }) => ({
    id,
    slug,
    name,
    kind,
    description,
    aliases: aliases.map((alias) => alias.name),
  }));
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
  const rows = await prisma.affiliation.findMany({
    where: standingAt(revision),
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, memberId, organisationId, kind, role, startedOn, endedOn }) => ({
    id,
    memberId,
    organisationId,
    kind,
    role,
    startedOn: toDayNumber(startedOn),
    endedOn: toDayNumber(endedOn),
  }));
}

async function readCodebooks(
  prisma: PrismaClient,
  revision: number,
): Promise<readonly CodebookRow[]> {
  const rows = await prisma.codebook.findMany({
    where: { sinceRevision: { lte: revision } },
    include: { stances: true, conditions: { orderBy: { order: 'asc' } } },
    orderBy: [{ slug: 'asc' }, { version: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    stances: row.stances.toSorted((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance)),
  }));
}

async function readDocumentHeads(
  prisma: PrismaClient,
  revision: number,
): Promise<readonly DocumentHead[]> {
  const rows = await prisma.document.findMany({
    where: { sinceRevision: { lte: revision } },
    select: {
      id: true,
      reference: true,
      kind: true,
      release: true,
      createdOn: true,
      correspondents: {
        where: { role: 'AUTHOR', actorId: { not: null } },
        orderBy: { order: 'asc' },
        select: { actorId: true },
      },
    },
    orderBy: [{ createdOn: { sort: 'asc', nulls: 'last' } }, { reference: 'asc' }],
  });
  return rows.map(({ id, reference, kind, release, createdOn, correspondents }) => ({
    id,
    reference,
    kind,
    release,
    createdOn: toDayNumber(createdOn),
    authors: correspondents.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])),
  }));
}

function toDayNumber(date: Date | null): number | null {
  return date && dayNumber(fromDatabaseDay(date));
}
