import { createHash } from 'node:crypto';
import type { Transaction } from '../database/transaction.ts';

/**
 * Strikes out all versions of a document's text, at every revision: each letter becomes a bar, white space
 * stays, so that passages and quotations stay where they are. Headings, messages and warnings of the text
 * are removed, and it is found by no search. Returns the numbers of texts and of quotations.
 */
export async function strikeOutText(
  tx: Transaction,
  documentId: number,
  purge: { readonly revision: number; readonly reason: string },
): Promise<{ readonly texts: number; readonly quotations: number }> {
  const stored = await tx.documentText.findMany({
    where: { documentId, purgedRevision: null },
    select: { id: true },
  });
  let quotations = 0;
  // One at a time: texts can be long, and one transaction has one connection.
  for (const { id } of stored) {
    // oxlint-disable-next-line no-await-in-loop
    quotations += await strikeOut(tx, id, purge);
  }
  return { texts: stored.length, quotations };
}

async function strikeOut(
  tx: Transaction,
  id: number,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<number> {
  const { text } = await tx.documentText.findUniqueOrThrow({
    where: { id },
    select: { text: true },
  });
  const struck = bars(text);
  await tx.documentText.update({
    where: { id },
    data: {
      text: struck,
      sha256: createHash('sha256').update(struck).digest('hex'),
      messages: [],
      furniture: [],
      warnings: [],
      purgedRevision: revision,
      purgedReason: reason,
    },
  });
  await tx.$executeRaw`
    UPDATE passage SET number = NULL, heading = NULL, marking = NULL WHERE text_id = ${id}`;
  await tx.$executeRaw`
    DELETE FROM passage_search WHERE passage_id IN (SELECT id FROM passage WHERE text_id = ${id})`;
  const evidence = await tx.evidence.findMany({ where: { textId: id } });
  // oxlint-disable-next-line no-await-in-loop
  for (const { positionId, order, exact, prefix, suffix } of evidence)
    await tx.evidence.update({
      where: { positionId_order: { positionId, order } },
      data: { exact: bars(exact), prefix: bars(prefix), suffix: bars(suffix) },
    });
  return evidence.length;
}

/** The text with a bar for each UTF-16 unit that is no space, tab or line break. */
function bars(text: string): string {
  return text.replaceAll(/[^ \t\n\r\f\v]/g, '█');
}
