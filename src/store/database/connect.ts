import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { PrismaClient } from '../generated/client.ts';

const POOL_SIZE = 8;

/** How to connect to a database: plain data, which threads exchange. */
export interface StoreAccess {
  readonly config: PoolConfig;
  /** A PostgreSQL server cancels statements after this many milliseconds. */
  readonly statementMs: number | undefined;
  /** Maximum connections. */
  readonly poolSize?: number;
}

/** Runs one SQL statement with positional parameters (`$1`, …) and returns its records. */
export type PlainSql = <Found extends object>(
  statement: string,
  values?: readonly unknown[],
) => Promise<readonly Found[]>;

/** A pool of connections to one database, used through Prisma or directly. */
export interface Connection {
  readonly prisma: PrismaClient;
  /**
   * The same pool without Prisma, for the statements of every request: a third of the time. Select
   * dates as day numbers: the driver's own parsing of `date` depends on the local time zone.
   */
  readonly sql: PlainSql;
  readonly close: () => Promise<void>;
}

/**
 * Creates the pool and starts Prisma's engine. No connection is opened yet, so the database may still
 * be starting. `onQuery` receives each statement.
 */
export async function connect(
  { config, statementMs, poolSize = POOL_SIZE }: StoreAccess,
  onQuery: (sql: string) => void = () => {},
): Promise<Connection> {
  const pool = new Pool({
    ...config,
    max: poolSize,
    keepAlive: true,
    ...(statementMs !== undefined && {
      // Not as a connection parameter, which PgBouncer rejects.
      onConnect: (client) => client.query(`SET statement_timeout = ${statementMs}`),
    }),
  });
  // The pool replaces an idle connection that breaks; one in use rejects its query.
  pool.on('error', () => {});
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    log: [{ emit: 'event', level: 'query' }],
  });
  prisma.$on('query', (event) => onQuery(event.query));
  await prisma.$connect();
  // A named statement keeps its plan. Not on the embedded database, where all clients share one
  // session and the names would collide.
  const usesNames = config.connectionString !== undefined;
  const sql: PlainSql = async <Found extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Found[]> => {
    onQuery(text);
    const name = usesNames ? nameOf(text) : undefined;
    return (await pool.query<Found>({ text, values: [...values], name })).rows;
  };
  return { prisma, sql, close: () => prisma.$disconnect() };
}

const names = new Map<string, string>();

function nameOf(statement: string): string {
  const name = names.get(statement) ?? createHash('sha1').update(statement).digest('hex');
  names.set(statement, name);
  return name;
}
