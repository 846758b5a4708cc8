/** Turns `DATABASE_URL` into a pool, and what can go wrong with it into words. */
import { Client, type PoolConfig } from 'pg';
import { Failure } from '#src/domain/failure.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const EXAMPLE = 'postgresql://user:password@localhost:5432/demarche';

/** Fails on what is not the URL of a PostgreSQL database; says nothing of its password. */
export function poolConfig(databaseUrl: string): PoolConfig {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (
    url === null ||
    !['postgres:', 'postgresql:'].includes(url.protocol) ||
    url.pathname.length < 2
  ) {
    throw new Failure(
      'STORE_UNREACHABLE',
      `DATABASE_URL is not the URL of a PostgreSQL database. It looks like ${EXAMPLE}`,
    );
  }
  return { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
}

/** Tries the connection once, so that a wrong URL is explained rather than thrown by the first query. */
export async function explainConnection(config: PoolConfig, place: string): Promise<void> {
  const client = new Client(config);
  try {
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>(
      `SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
    );
    if (rows[0]?.encoding !== 'UTF8') {
      throw new Failure(
        'STORE_INCOMPATIBLE',
        `The database ${place} is encoded in ${rows[0]?.encoding}; Démarche needs UTF8: createdb --encoding=UTF8 --template=template0 demarche`,
      );
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('STORE_UNREACHABLE', `${place} (DATABASE_URL): ${reason(error)}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message || code : String(error);
  // The driver's words for a URL without a password, where the server asks for one.
  if (message.includes('client password must be a string')) {
    return 'the server asks for a password, and the URL has none: user:password@host';
  }
  switch (code) {
    case 'ECONNREFUSED':
      return 'no PostgreSQL server answers there. Start it, or mend the host and port.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no such host. Mend the host name.';
    case '28P01':
    case '28000':
      return `the server refused the user or password (${message}).`;
    case '3D000':
      return 'the server has no such database. Make it: createdb demarche';
    default:
      return message;
  }
}
