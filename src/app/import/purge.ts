import { Failure } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { strikeOutText } from '#src/store/write/strike-out-text.ts';
import { inNewRevision } from '#src/store/write/write-revision.ts';

/** Result of a purge. */
export interface PurgeReport {
  readonly revision: number;
  /** Number of versions of the text that were struck out. */
  readonly texts: number;
  /** Number of quotations that were struck out. */
  readonly quotations: number;
}

/**
 * Removes the words of a document from every revision, for legal reasons: from its text and from all
 * quotations. Its header and what coders wrote about it stay. Throws `UNKNOWN_DOCUMENT`, and `BAD_INPUT`
 * if nothing is left to remove.
 */
export async function purge(
  store: Store,
  reference: string,
  { author, reason }: { readonly author: string; readonly reason: string },
): Promise<PurgeReport> {
  const found = await store.prisma.document.findUnique({
    where: { reference },
    include: { texts: { select: { purgedRevision: true } } },
  });
  if (found === null) {
    const all = await store.prisma.document.findMany({ select: { reference: true } });
    const near = didYouMean(
      reference,
      all.map((each) => each.reference),
    );
    throw new Failure('UNKNOWN_DOCUMENT', `There is no document "${reference}" to purge.${near}`);
  }
  if (found.texts.every(({ purgedRevision }) => purgedRevision !== null)) {
    const message = `The text of ${reference} was purged in revision ${found.texts[0]?.purgedRevision}.`;
    throw new Failure('BAD_INPUT', message);
  }
  for (;;) {
    const counts = { texts: 0, quotations: 0 };
    // Again if another revision was written meanwhile.
    // oxlint-disable-next-line no-await-in-loop
    const base = await latestRevision(store.sql);
    // oxlint-disable-next-line no-await-in-loop
    const revision = await inNewRevision(
      store.prisma,
      base,
      { author, message: `Purge the text of ${reference}: ${reason}` },
      async (tx, number) => {
        Object.assign(counts, await strikeOutText(tx, found.id, { revision: number, reason }));
      },
    );
    if (revision !== null) return { revision, ...counts };
  }
}
