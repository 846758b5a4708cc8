/** The stored corpus as drafts, for an import to compare with: only what the import may touch. */
import type {
  ActorDraft,
  AffiliationDraft,
  CodebookDraft,
  DocumentDraft,
  PositionDraft,
  TextDraft,
} from '#src/domain/corpus.ts';
import type { Furniture, ReadWarning, SourceMessage } from '#src/domain/source-document.ts';
import { STANCES } from '#src/domain/vocabulary.ts';
import { fromDatabaseDay } from '../database/database-day.ts';
import type { PrismaClient } from '../generated/client.ts';

export interface StoredDrafts {
  /** Number of the latest revision; 0 for an empty corpus. */
  readonly revision: number;
  readonly actors: ReadonlyMap<string, ActorDraft>;
  readonly affiliations: readonly AffiliationDraft[];
  readonly codebooks: readonly CodebookDraft[];
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly texts: ReadonlyMap<string, TextDraft>;
  readonly positions: ReadonlyMap<string, PositionDraft>;
}

export async function latestRevision(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<{ latest: number }[]>`
    SELECT coalesce(max(number), 0) AS latest FROM revision`;
  return row?.latest ?? 0;
}

/** Reads all actors and codebooks, and the documents of the given references with their positions. */
export async function readDrafts(
  prisma: PrismaClient,
  references: Iterable<string>,
): Promise<StoredDrafts> {
  const revision = await latestRevision(prisma);
  const wanted = [...references];
  const [actors, affiliations, codebooks] = [
    await readActors(prisma),
    await readAffiliations(prisma),
    await readCodebooks(prisma),
  ];
  const documents = new Map<string, DocumentDraft>();
  const texts = new Map<string, TextDraft>();
  const positions = new Map<string, PositionDraft>();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    for (const draft of await readDocuments(prisma, batch)) documents.set(draft.reference, draft);
    for (const draft of await readTexts(prisma, batch)) texts.set(draft.document, draft);
    for (const draft of await readPositions(prisma, batch)) positions.set(draft.key, draft);
  }
  return { revision, actors, affiliations, codebooks, documents, texts, positions };
}

const BATCH = 500;

async function readActors(prisma: PrismaClient): Promise<ReadonlyMap<string, ActorDraft>> {
  const rows = await prisma.actor.findMany({ include: { aliases: { orderBy: { order: 'asc' } } } });
  return new Map(
    rows.map((row) => [
      row.slug,
      {
        slug: row.slug,
        name: row.name,
        kind: row.kind,
        description: row.description,
        aliases: row.aliases.map((alias) => alias.name),
      },
    ]),
  );
}

async function readAffiliations(prisma: PrismaClient): Promise<readonly AffiliationDraft[]> {
  const rows = await prisma.affiliation.findMany({
    where: { untilRevision: null },
    include: { member: { select: { slug: true } }, organisation: { select: { slug: true } } },
  });
  return rows.map((row) => ({
    member: row.member.slug,
    organisation: row.organisation.slug,
    kind: row.kind,
    role: row.role,
    startedOn: row.startedOn && fromDatabaseDay(row.startedOn),
    endedOn: row.endedOn && fromDatabaseDay(row.endedOn),
  }));
}

async function readCodebooks(prisma: PrismaClient): Promise<readonly CodebookDraft[]> {
  const rows = await prisma.codebook.findMany({
    include: { stances: true, conditions: { orderBy: { order: 'asc' } } },
  });
  return rows.map((row) => ({
    slug: row.slug,
    version: row.version,
    title: row.title,
    description: row.description,
    isDefault: row.isDefault,
    stances: row.stances
      .map(({ stance, definition }) => ({ stance, definition }))
      .toSorted((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance)),
    conditions: row.conditions.map((condition) => ({
      code: condition.code,
      kind: condition.kind,
      title: condition.title,
      proposition: condition.proposition,
      guidance: condition.guidance,
      indicatorTerms: condition.indicatorTerms,
    })),
  }));
}

async function readDocuments(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly DocumentDraft[]> {
  const rows = await prisma.document.findMany({
    where: { reference: { in: [...references] } },
    include: {
      enclosedBy: { select: { reference: true } },
      correspondents: { orderBy: { order: 'asc' }, include: { actor: { select: { slug: true } } } },
      references: { orderBy: { order: 'asc' } },
    },
  });
  return rows.map((row) => ({
    reference: row.reference,
    kind: row.kind,
    title: row.title,
    createdAt: row.createdAt,
    releasedAt: row.releasedAt,
    release: row.release,
    classification: row.classification,
    handling: row.handling,
    origin: row.origin,
    caseNumber: row.caseNumber,
    tags: row.tags,
    language: row.language,
    rights: row.rights,
    provenance: row.provenance,
    enclosedBy: row.enclosedBy?.reference ?? null,
    correspondents: row.correspondents.map(({ role, asWritten, actor }) => ({
      role,
      asWritten,
      actor: actor?.slug ?? null,
    })),
    references: row.references.map(({ asWritten, reference }) => ({ asWritten, reference })),
  }));
}

async function readTexts(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly TextDraft[]> {
  const rows = await prisma.documentText.findMany({
    where: { untilRevision: null, document: { reference: { in: [...references] } } },
    include: {
      document: { select: { reference: true } },
      passages: { orderBy: { order: 'asc' } },
    },
  });
  return rows.map((row) => ({
    document: row.document.reference,
    coverage: row.coverage,
    text: row.text,
    passages: row.passages.map(({ number, heading, marking, start, end }) => ({
      number,
      heading,
      marking,
      start,
      end,
    })),
    // Written by this room from values of these very types.
    messages: row.messages as unknown as SourceMessage[],
    furniture: row.furniture as unknown as Furniture[],
    warnings: row.warnings as unknown as ReadWarning[],
  }));
}

async function readPositions(
  prisma: PrismaClient,
  references: readonly string[],
): Promise<readonly PositionDraft[]> {
  const rows = await prisma.position.findMany({
    where: { untilRevision: null, document: { reference: { in: [...references] } } },
    include: {
      condition: { select: { code: true, codebook: { select: { slug: true, version: true } } } },
      holder: { select: { slug: true } },
      document: { select: { reference: true } },
      evidence: { orderBy: { order: 'asc' }, include: { passage: { select: { order: true } } } },
      attribution: {
        orderBy: { order: 'asc' },
        include: {
          speaker: { select: { slug: true } },
          audience: { orderBy: { order: 'asc' }, include: { actor: { select: { slug: true } } } },
        },
      },
    },
  });
  return rows.map((row) => ({
    key: row.key,
    codebook: row.condition.codebook.slug,
    version: row.condition.codebook.version,
    condition: row.condition.code,
    holder: row.holder.slug,
    stance: row.stance,
    statedOn: fromDatabaseDay(row.statedOn),
    statedOnPrecision: row.statedOnPrecision,
    onOrBefore: row.onOrBefore,
    channel: row.channel,
    wording: row.wording,
    modality: row.modality,
    retellings: row.retellings,
    summary: row.summary,
    rationale: row.rationale,
    document: row.document.reference,
    coder: row.coder,
    confidence: row.confidence,
    status: row.status,
    disputes: row.disputesKey,
    evidence: row.evidence.map(({ start, end, exact, prefix, suffix, passage }) => ({
      start,
      end,
      exact,
      prefix,
      suffix,
      passage: passage?.order ?? null,
    })),
    attribution: row.attribution.map((step) => ({
      speaker: step.speaker.slug,
      audience: step.audience.map((hearer) => hearer.actor.slug),
      channel: step.channel,
      toldOn:
        step.toldOn === null || step.toldPrecision === null
          ? null
          : { day: fromDatabaseDay(step.toldOn), precision: step.toldPrecision },
    })),
  }));
}
