/** Rows by number, many at once: what the loaders of a request ask for. Each is one statement. */
import type { PrismaClient } from './generated/client.ts';
import { standingAt } from './read-corpus.ts';

type Rows<Read extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Read>
>[number];

export type PositionRow = Rows<typeof readPositions>;
export type EvidenceRow = Rows<typeof readEvidence>;
export type AttributionStepRow = Rows<typeof readAttribution>;
export type DocumentRow = Rows<typeof readDocumentRows>;
export type DocumentTextRow = Rows<typeof readTexts>;
export type PassageRow = Rows<typeof readPassages>;
export type RevisionRow = Rows<typeof readRevisions>;

export function readPositions(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.position.findMany({ where: { id: { in: [...ids] } } });
}

/** Row numbers of the positions of the given keys, as they stood at a revision. */
export function readPositionIds(prisma: PrismaClient, keys: readonly string[], revision: number) {
  return prisma.position.findMany({
    where: { key: { in: [...keys] }, ...standingAt(revision) },
    select: { id: true, key: true },
  });
}

export function readEvidence(prisma: PrismaClient, positionIds: readonly number[]) {
  return prisma.evidence.findMany({
    where: { positionId: { in: [...positionIds] } },
    orderBy: [{ positionId: 'asc' }, { order: 'asc' }],
  });
}

export function readAttribution(prisma: PrismaClient, positionIds: readonly number[]) {
  return prisma.attributionStep.findMany({
    where: { positionId: { in: [...positionIds] } },
    include: { audience: { orderBy: { order: 'asc' }, select: { actorId: true } } },
    orderBy: [{ positionId: 'asc' }, { order: 'asc' }],
  });
}

/** Documents with their correspondents and references, without their texts. */
export function readDocumentRows(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.document.findMany({
    where: { id: { in: [...ids] } },
    include: {
      correspondents: { orderBy: { order: 'asc' } },
      references: { orderBy: { order: 'asc' } },
      enclosures: { orderBy: { id: 'asc' }, select: { id: true } },
    },
  });
}

/** The texts of documents as they stood at a revision. */
export function readTexts(prisma: PrismaClient, documentIds: readonly number[], revision: number) {
  return prisma.documentText.findMany({
    where: { documentId: { in: [...documentIds] }, ...standingAt(revision) },
  });
}

export function readPassages(prisma: PrismaClient, textIds: readonly number[]) {
  return prisma.passage.findMany({
    where: { textId: { in: [...textIds] } },
    orderBy: [{ textId: 'asc' }, { order: 'asc' }],
  });
}

/** Passages of any texts by their own row numbers. */
export function readPassagesById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.passage.findMany({ where: { id: { in: [...ids] } } });
}

/** Versions of texts by their own row numbers, with the document that each belongs to. */
export function readTextsById(prisma: PrismaClient, ids: readonly number[]) {
  return prisma.documentText.findMany({ where: { id: { in: [...ids] } } });
}

export function readRevisions(prisma: PrismaClient, numbers: readonly number[]) {
  return prisma.revision.findMany({ where: { number: { in: [...numbers] } } });
}
