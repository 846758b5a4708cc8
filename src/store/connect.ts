import { createHash } from 'node:crypto';
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
  const options = {
    onPoolError: () => {},
    onConnectionError: () => {},
    // The embedded database is one session to all its clients: their names would clash.
    ...(config.connectionString !== undefined && { statementNameGenerator: nameOf }),
  };
  const adapter = new PrismaPg({ ...config, max: POOL_SIZE }, options);
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] });
  if (onQuery) prisma.$on('query', (event) => onQuery(event.query));
  await prisma.$connect();
  return prisma;
}

/**
 * A name makes the database keep a statement's plan for its connection. Only statements whose text
 * is the same for any number of values get one, so that few are kept.
 */
function nameOf({ sql }: { readonly sql: string }): string {
  const kept = /^\s*SELECT\b/.test(sql) && !/\bIN \(\$/.test(sql);
  return kept ? createHash('sha1').update(sql).digest('hex') : '';
}
