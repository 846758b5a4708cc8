/** Writes one revision: all of its changes in one transaction, or none. */
import type { Changes } from '#src/domain/changes.ts';
import { Failure } from '#src/domain/failure.ts';
import { longTransaction } from '../database/long-transaction.ts';
import { published } from '../database/publication.ts';
import { isDiskFull } from '../embedded/disk-full.ts';
import type { PrismaClient } from '../generated/client.ts';
import { writeActors } from './write-actors.ts';
import { writeCodebooks } from './write-codebooks.ts';
import { writeDocuments, writeTexts } from './write-documents.ts';
import { writePositions } from './write-positions.ts';

export interface RevisionMetadata {
  readonly author: string;
  readonly message: string;
}

/** Any number will do, as long as every writer takes the same. */
const WRITERS_LOCK = 0xde3a;

/**
 * Writes `changes`, which were planned against revision `base`, and returns the new revision's
 * number when every server answers with it; null if another revision came in between and the plan has
 * to be made anew. Tells the part done so far (0…1) as rows are written.
 */
export async function writeRevision(
  prisma: PrismaClient,
  base: number,
  metadata: RevisionMetadata,
  changes: Changes,
  onProgress: (part: number) => void = () => {},
): Promise<number | null> {
  try {
    const written = await longTransaction(prisma, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`;
      const { _max } = await tx.revision.aggregate({ _max: { number: true } });
      if ((_max.number ?? 0) !== base) return null;
      const number = base + 1;
      await tx.revision.create({ data: { number, ...metadata } });
      await writeActors(tx, number, changes);
      await writeCodebooks(tx, number, changes.codebooks);
      onProgress(0.05);
      await writeDocuments(tx, number, changes.documents);
      onProgress(0.2);
      await writeTexts(tx, number, changes.texts, (part) => onProgress(0.2 + part * 0.4));
      await writePositions(tx, number, changes, (part) => onProgress(0.6 + part * 0.4));
      return number;
    });
    if (written !== null) await published();
    return written;
  } catch (error) {
    if (isDiskFull(error)) {
      throw new Failure(
        'STORE_FULL',
        'The disk that holds the corpus is full. Nothing was written: make room and import again.',
        { cause: error },
      );
    }
    throw error;
  }
}
