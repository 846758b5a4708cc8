import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { PrismaClient } from '../generated/client.ts';

const POOL_SIZE = 8;

/** Runs one statement as it is written, `$1` being the first of the values. */
export type PlainSql = <Row extends object>(
  statement: string,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;

export interface Connection {
  readonly prisma: PrismaClient;
  /**
   * The same connections without Prisma between, for the few statements that every request sends:
   * they take a third of the time. Dates are to be read as day numbers, not as `date`.
   */
  readonly sql: PlainSql;
  readonly close: () => Promise<void>;
}

/**
 * Connects to a database, which may still be opening: only Prisma's own engine is started. Statements
 * that take more than `statementMs` are ended by the server.
 */
export async function connect(
  config: PoolConfig,
  onQuery: (sql: string) => void = () => {},
  statementMs?: number,
): Promise<Connection> {
  const pool = new Pool({
    ...config,
    max: POOL_SIZE,
    keepAlive: true,
    ...(statementMs !== undefined && {
      // As a parameter of the connection it would be simpler, but PgBouncer refuses that.
      onConnect: (client) => client.query(`SET statement_timeout = ${statementMs}`),
    }),
  });
  // A connection that breaks while nobody uses it is replaced by the pool; one in use fails its query.
  pool.on('error', () => {});
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    log: [{ emit: 'event', level: 'query' }],
  });
  prisma.$on('query', (event) => onQuery(event.query));
  await prisma.$connect();
  // A name makes a server keep the statement's plan. The embedded database is one session to all
  // its clients, whose names would clash.
  const named = config.connectionString !== undefined;
  const sql: PlainSql = async <Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> => {
    onQuery(text);
    const name = named ? nameOf(text) : undefined;
    return (await pool.query<Row>({ text, values: [...values], name })).rows;
  };
  return { prisma, sql, close: () => prisma.$disconnect() };
}

const names = new Map<string, string>();

function nameOf(statement: string): string {
  const name = names.get(statement) ?? createHash('sha1').update(statement).digest('hex');
  names.set(statement, name);
  return name;
}
