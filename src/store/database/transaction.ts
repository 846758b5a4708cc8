import type { PrismaClient } from '../generated/client.ts';

/** The client inside an interactive transaction. */
export type Transaction = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'
>;

/** Milliseconds: one minute to acquire a connection, one hour to run. */
const LIMITS = { maxWait: 60_000, timeout: 3_600_000 } as const;

export interface TransactionOptions {
  /** `RepeatableRead` reads everything from one snapshot. Default: PostgreSQL's `READ COMMITTED`. */
  readonly isolationLevel?: 'RepeatableRead';
}

/**
 * Runs `work` in a transaction that may take up to an hour, without the connection's
 * `statement_timeout`. Rolls back if `work` rejects.
 */
export function longTransaction<Result>(
  prisma: PrismaClient,
  work: (tx: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      return work(tx);
    },
    { ...LIMITS, ...options },
  );
}
