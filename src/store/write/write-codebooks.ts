import type { Changes } from '#src/domain/changes.ts';
import type { Transaction } from '../database/transaction.ts';

/** Writes the codebooks of a revision. A stored version is immutable, but for which one is the default. */
export async function writeCodebooks(
  tx: Transaction,
  revision: number,
  { added, changed }: Changes['codebooks'],
): Promise<void> {
  if ([...added, ...changed].some((codebook) => codebook.isDefault)) {
    await tx.codebook.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
  }
  for (const { slug, version, isDefault } of changed) {
    await tx.codebook.update({ where: { slug_version: { slug, version } }, data: { isDefault } });
  }
  for (const { stances, conditions, ...codebook } of added) {
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
}
