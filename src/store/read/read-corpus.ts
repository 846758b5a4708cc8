/**
 * Loads the corpus at a revision into memory: actors, affiliations, codebooks, document headers and
 * the position columns. Texts, evidence and attribution stay in the database.
 */
import { indexAffiliations } from '#src/domain/affiliation.ts';
import { applyCodings } from '#src/domain/apply-codings.ts';
import type {
  ActorRecord,
  AffiliationRecord,
  CodebookRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { splicePositions } from '#src/domain/splice-positions.ts';
import type { Transaction } from '../database/transaction.ts';
import { deriveCodings, readCodings } from './read-codings.ts';
import { deriveDocuments, readDocuments } from './read-document-heads.ts';
import { readPositionColumns, readPositionsOnlyAt } from './read-position-columns.ts';
import { validAtSql } from './valid-at.ts';

/** Reads the whole snapshot. Sequential on one connection: opening more takes longer than it saves. */
export async function readCorpus(tx: Transaction, revision: number): Promise<CorpusSnapshot> {
  const reference = await readReferenceData(tx, revision);
  const documents = await readDocuments(tx, revision);
  const codings = await readCodings(tx, revision);
  const positions = await readPositionColumns(tx, revision, codings);
  return { ...reference, documents, codings, positions };
}

/** The same snapshot, derived from the one at another revision by reading what differs. */
export async function deriveCorpus(
  tx: Transaction,
  base: CorpusSnapshot,
  revision: number,
): Promise<CorpusSnapshot> {
  const reference = await readReferenceData(tx, revision);
  const documents = await deriveDocuments(tx, base, revision);
  const { codings, changed } = await deriveCodings(tx, base, revision);
  const removed = await readPositionsOnlyAt(tx, base.revision, revision, base.codings);
  const added = await readPositionsOnlyAt(tx, revision, base.revision, codings);
  if (removed.length + added.length + changed.size === 0)
    return { ...reference, documents, codings, positions: base.positions };
  const spliced = splicePositions(base.positions, removed, added);
  const codebookOf = (condition: number): number =>
    reference.conditions.get(condition)?.codebookId ?? 0;
  const positions =
    changed.size > 0 ? applyCodings(spliced, codings, codebookOf, changed) : spliced;
  return { ...reference, documents, codings, positions };
}

/** Actors, affiliations and codebooks: few enough to read in full every time. */
async function readReferenceData(tx: Transaction, revision: number) {
  const actorList = await readActors(tx, revision);
  const actors = new Map(actorList.map((actor) => [actor.id, actor]));
  const affiliations = await readAffiliations(tx, revision);
  const codebooks = await readCodebooks(tx, revision);
  return {
    revision,
    writtenAt: await readWrittenAt(tx, revision),
    actors,
    actorIds: new Map(actorList.map((actor) => [actor.slug, actor.id])),
    affiliations,
    partOf: indexAffiliations(affiliations, (id) => actors.get(id)?.kind),
    codebooks,
    conditions: new Map(codebooks.flatMap((c) => c.conditions).map((c) => [c.id, c])),
  };
}

// Raw SQL below: Prisma takes tens of milliseconds to compile each query the first time, and the
// corpus is read at every start.

async function readWrittenAt(tx: Transaction, revision: number): Promise<number> {
  const [found] = await tx.$queryRaw<{ writtenAt: Date }[]>`
    SELECT created_at AS "writtenAt" FROM revision WHERE number = ${revision}`;
  return found?.writtenAt.getTime() ?? 0;
}

async function readActors(tx: Transaction, revision: number): Promise<readonly ActorRecord[]> {
  return tx.$queryRaw<ActorRecord[]>`
    SELECT actor.id, actor.slug, version.name, version.kind::text, version.description, version.aliases
    FROM actor JOIN actor_version AS version ON version.actor_id = actor.id
    WHERE ${validAtSql(revision, 'version')} ORDER BY actor.slug`;
}

async function readAffiliations(
  tx: Transaction,
  revision: number,
): Promise<readonly AffiliationRecord[]> {
  return tx.$queryRaw<AffiliationRecord[]>`
    SELECT id, member_id AS "memberId", organisation_id AS "organisationId", kind::text, role,
      (started_on - DATE '1970-01-01')::int AS "startedOn",
      (ended_on - DATE '1970-01-01')::int AS "endedOn",
      start_precision::text AS "startPrecision", end_precision::text AS "endPrecision"
    FROM affiliation WHERE ${validAtSql(revision)} ORDER BY id`;
}

async function readCodebooks(
  tx: Transaction,
  revision: number,
): Promise<readonly CodebookRecord[]> {
  return tx.$queryRaw<CodebookRecord[]>`
    SELECT id, slug, version, title, description, since_revision AS "sinceRevision",
      id IS NOT DISTINCT FROM (SELECT codebook_id FROM codebook_default
        WHERE codebook_default.since_revision <= ${revision}
        ORDER BY codebook_default.since_revision DESC LIMIT 1) AS "isDefault",
      (SELECT json_agg(json_build_object('stance', stance, 'definition', definition) ORDER BY stance)
        FROM stance_level WHERE codebook_id = codebook.id) AS stances,
      (SELECT json_build_object('stance', stance, 'definition', definition) FROM codebook_denial
        WHERE codebook_id = codebook.id AND codebook_denial.since_revision <= ${revision}) AS denials,
      (SELECT json_agg(json_build_object('id', id, 'codebookId', codebook_id, 'code', code,
          'kind', kind, 'title', title, 'proposition', proposition, 'guidance', guidance,
          'indicatorTerms', indicator_terms) ORDER BY "order")
        FROM condition WHERE codebook_id = codebook.id) AS conditions
    FROM codebook WHERE since_revision <= ${revision} ORDER BY slug, version`;
}
