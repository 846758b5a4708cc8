import type { PrismaClient } from '../generated/client.ts';
import type { Transaction } from './bulk-insert.ts';

/** An hour to work in, and a minute to begin. */
const PATIENCE = { maxWait: 60_000, timeout: 3_600_000 } as const;

/** A transaction that may take as long as it takes, whatever the patience of those who read. */
export function longTransaction<Result>(
  prisma: PrismaClient,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL statement_timeout = 0`;
    return work(transaction);
  }, PATIENCE);
}
