/** `DATABASE_URL`: validation, description without secrets, and a first connection. */
import { Client, type PoolConfig } from 'pg';
import { Failure } from '#src/domain/failure.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const EXAMPLE = 'postgresql://user:password@localhost:5432/demarche';

/** Pool configuration for a PostgreSQL URL. Throws `STORE_UNREACHABLE`, without the password, on any other. */
export function poolConfig(databaseUrl: string): PoolConfig {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (
    url === null ||
    !['postgres:', 'postgresql:'].includes(url.protocol) ||
    url.pathname.length < 2
  ) {
    throw new Failure(
      'STORE_UNREACHABLE',
      `DATABASE_URL is not a PostgreSQL URL with a database name. Example: ${EXAMPLE}`,
    );
  }
  return { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
}

/** Host, port and database of a URL, without user and password. */
export function describeUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}${port === '' ? '' : `:${port}`}${pathname}`;
}

/**
 * Connects once, so that a wrong URL is explained rather than failing the first query. `location`
 * names the database in messages. Throws `STORE_UNREACHABLE`, or `STORE_INCOMPATIBLE` unless the
 * database is encoded in UTF-8.
 */
export async function checkConnection(config: PoolConfig, location: string): Promise<void> {
  const client = new Client(config);
  try {
    await client.connect();
    const { rows: found } = await client.query<{ encoding: string }>(
      `SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`,
    );
    const encoding = found[0]?.encoding;
    if (encoding !== 'UTF8') {
      throw new Failure(
        'STORE_INCOMPATIBLE',
        `The database ${location} has the encoding ${encoding}; Démarche requires UTF8. Create one with: createdb --encoding=UTF8 --template=template0 demarche`,
      );
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'STORE_UNREACHABLE',
      `Cannot connect to ${location} (DATABASE_URL): ${explainConnectError(error)}`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function explainConnectError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message || code : String(error);
  // The driver's message for a URL without a password, where the server requires one.
  if (message.includes('client password must be a string')) {
    return 'the server requires a password, and the URL has none. Add it: user:password@host';
  }
  switch (code) {
    case 'ECONNREFUSED':
      return 'no server listens on this host and port. Start PostgreSQL, or correct the URL.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'host not found. Correct the host name.';
    case '28P01':
    case '28000':
      return `the server rejected the user or password (${message}).`;
    case '3D000':
      return 'the database does not exist. Create it with: createdb demarche';
    default:
      return message;
  }
}
