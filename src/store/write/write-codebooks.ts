import type { Changes } from '#src/domain/changes.ts';
import type { Transaction } from '../database/transaction.ts';

/** Writes the codebooks of a revision, and which one is the default from it on. A stored version is immutable. */
export async function writeCodebooks(
  tx: Transaction,
  revision: number,
  { added, changed }: Changes['codebooks'],
): Promise<void> {
  for (const { stances, conditions, isDefault: _, ...codebook } of added) {
    await tx.codebook.create({
      data: {
        ...codebook,
        sinceRevision: revision,
        stances: { create: [...stances] },
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
  const chosen = [...added, ...changed].find(({ isDefault }) => isDefault);
  // A codebook changes only in whether it is the default.
  if (chosen === undefined && changed.length === 0) return;
  await tx.codebookDefault.create({
    data: {
      since: { connect: { number: revision } },
      ...(chosen && {
        codebook: { connect: { slug_version: { slug: chosen.slug, version: chosen.version } } },
      }),
    },
  });
}
