import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';

const POOL_SIZE = 8;

/** A Prisma client for a database, which may still be opening: only its own engine is started. */
export async function connect(
  config: PoolConfig,
  onQuery?: (sql: string) => void,
): Promise<PrismaClient> {
  // A connection that breaks while nobody uses it is replaced by the pool; one in use fails its query.
  const quiet = { onPoolError: () => {}, onConnectionError: () => {} };
  const adapter = new PrismaPg({ ...config, max: POOL_SIZE }, quiet);
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  if (onQuery) prisma.$on('query', (event) => onQuery(event.query));
  await prisma.$connect();
  return prisma;
}
