import type { Changes } from '#src/domain/changes.ts';
import { Failure } from '#src/domain/failure.ts';
import { isDiskFull } from '../database/disk-full.ts';
import { isReadOnly } from '../database/read-only.ts';
import { waitUntilVisible } from '../database/revision-lease.ts';
import { longTransaction, type Transaction } from '../database/transaction.ts';
import type { PrismaClient } from '../generated/client.ts';
import { writeActors } from './write-actors.ts';
import { writeCodebooks } from './write-codebooks.ts';
import { writeCodings } from './write-codings.ts';
import { writeDocuments } from './write-documents.ts';
import { writePositions } from './write-positions.ts';
import { indexInNewLanguages, writeTexts } from './write-texts.ts';

export interface RevisionMetadata {
  readonly author: string;
  /** What the revision is for, as in a commit message. */
  readonly message: string;
}

/** Key of the advisory lock that serialises writers. Any number works if all writers use the same. */
const WRITER_LOCK = 0xde3a;

/**
 * Creates revision `base + 1` and writes into it, in one transaction. Returns its number once every server
 * sees it, or null if another revision was written since `base`. Throws as {@link writeRevision}.
 */
export async function inNewRevision(
  prisma: PrismaClient,
  base: number,
  metadata: RevisionMetadata,
  write: (tx: Transaction, number: number) => Promise<void>,
): Promise<number | null> {
  try {
    const written = await longTransaction(prisma, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITER_LOCK}::bigint)`;
      const { _max } = await tx.revision.aggregate({ _max: { number: true } });
      if ((_max.number ?? 0) !== base) return null;
      const number = base + 1;
      await tx.revision.create({ data: { number, ...metadata } });
      await write(tx, number);
      return number;
    });
    if (written !== null) await waitUntilVisible();
    return written;
  } catch (error) {
    throw asFailure(error);
  }
}

/**
 * Writes `changes` as one revision, in one transaction. They must have been planned against revision
 * `base`. Returns the new revision's number once every server sees it, or null if another revision was
 * written since `base`: plan again. `onProgress` receives the fraction done (0…1). Throws `STORE_FULL`, or
 * `STORE_UNREACHABLE` if the database is read-only.
 */
export function writeRevision(
  prisma: PrismaClient,
  base: number,
  metadata: RevisionMetadata,
  changes: Changes,
  onProgress: (fraction: number) => void = () => {},
): Promise<number | null> {
  return inNewRevision(prisma, base, metadata, async (tx, number) => {
    await writeActors(tx, number, changes);
    await writeCodebooks(tx, number, changes.codebooks);
    onProgress(0.05);
    await writeDocuments(tx, number, changes.documents);
    onProgress(0.2);
    await writeTexts(tx, number, changes.texts, (fraction) => onProgress(0.2 + fraction * 0.4));
    await indexInNewLanguages(tx, number);
    await writeCodings(tx, number, changes.codings);
    await writePositions(tx, number, changes, (fraction) => onProgress(0.6 + fraction * 0.4));
  });
}

function asFailure(error: unknown): unknown {
  if (isDiskFull(error)) {
    return new Failure(
      'STORE_FULL',
      'The disk that holds the corpus is full. Nothing was written. Free some space and import again.',
      { cause: error },
    );
  }
  if (isReadOnly(error)) {
    return new Failure(
      'STORE_UNREACHABLE',
      'The database is read-only, as a standby is. Nothing was written. Set DATABASE_URL to the primary server.',
      { cause: error },
    );
  }
  return error;
}
