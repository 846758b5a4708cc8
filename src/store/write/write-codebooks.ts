import type { Changes } from '#src/domain/changes.ts';
import type { CodebookDraft } from '#src/domain/corpus.ts';
import type { Transaction } from '../database/transaction.ts';

/**
 * Writes the codebooks of a revision, and which one is the default from it on. A stored version is immutable,
 * but for the definition of its denials, which can be added.
 */
export async function writeCodebooks(
  tx: Transaction,
  revision: number,
  { added, changed }: Changes['codebooks'],
): Promise<void> {
  for (const { stances, conditions, denials, isDefault: _, ...codebook } of added) {
    await tx.codebook.create({
      data: {
        ...codebook,
        sinceRevision: revision,
        stances: { create: [...stances] },
        ...(denials && { denials: { create: { ...denials, sinceRevision: revision } } }),
        conditions: {
          create: conditions.map((condition, order) => ({
            ...condition,
            indicatorTerms: [...condition.indicatorTerms],
            order,
          })),
        },
      },
    });
  }
  for (const { slug, version, denials } of changed) {
    if (denials === null) continue;
    const where = { slug_version: { slug, version } };
    const codebook = await tx.codebook.findUniqueOrThrow({ where, include: { denials: true } });
    if (codebook.denials !== null) continue;
    await tx.codebookDenial.create({
      data: { ...denials, codebookId: codebook.id, sinceRevision: revision },
    });
  }
  const current = await tx.codebookDefault.findFirst({
    orderBy: { sinceRevision: 'desc' },
    include: { codebook: true },
  });
  const isCurrent = ({ slug, version }: CodebookDraft): boolean =>
    current?.codebook?.slug === slug && current.codebook.version === version;
  const chosen = [...added, ...changed].find(({ isDefault }) => isDefault);
  if (chosen === undefined ? !changed.some(isCurrent) : isCurrent(chosen)) return;
  await tx.codebookDefault.create({
    data: {
      since: { connect: { number: revision } },
      ...(chosen && {
        codebook: { connect: { slug_version: { slug: chosen.slug, version: chosen.version } } },
      }),
    },
  });
}
