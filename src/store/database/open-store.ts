/** Opens the corpus: an embedded PostgreSQL in a folder, or the PostgreSQL server of a URL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#src/domain/failure.ts';
import { joinEmbedded } from '../embedded/join-database.ts';
import {
  type EmbeddedDatabase,
  type EmbeddedEvent,
  startEmbedded,
} from '../embedded/restart-on-failure.ts';
import type { PrismaClient } from '../generated/client.ts';
import type { PlainSql, StoreAccess } from './connect.ts';
import { COUNT_MIGRATIONS, checkMigrationCount, type MigrationPolicy, migrate } from './migrate.ts';
import { checkConnection, describeUrl, poolConfig } from './postgres-url.ts';

export type { EmbeddedEvent };

export interface StoreOptions {
  /** URL of a PostgreSQL database; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  /**
   * Access to the embedded database. `exclusive` (the default): this process only. `shared`: this process
   * opens it and others may join. `join`: connects to a shared one if there is one, else `exclusive`.
   */
  readonly access?: 'exclusive' | 'shared' | 'join';
  /** Statement timeout of a PostgreSQL server, in milliseconds. Default: none. */
  readonly statementMs?: number;
  /** What to do with a database that an earlier version has written. Default: `apply`. */
  readonly migrations?: MigrationPolicy;
  /** Fail if there is no embedded database yet, instead of creating one. */
  readonly mustExist?: boolean;
  /** Receives each step of opening that may take seconds. */
  readonly onProgress?: (event: StoreProgress) => void;
  /** Receives each SQL statement. */
  readonly onQuery?: (sql: string) => void;
  /**
   * Restarts the embedded database when it exits unexpectedly, and receives what happens. Without it,
   * the store is unusable from then on.
   */
  readonly onEmbedded?: (event: EmbeddedEvent) => void;
}

export type StoreProgress =
  | { readonly kind: 'creating' }
  | { readonly kind: 'opened'; readonly milliseconds: number }
  | { readonly kind: 'migrated'; readonly names: readonly string[]; readonly milliseconds: number };

/** An open database with the current schema. */
export interface Store {
  readonly prisma: PrismaClient;
  readonly sql: PlainSql;
  /** For messages: the data folder, or host, port and name of the database, without credentials. */
  readonly location: string;
  /** Queries the database. Rejects if it cannot be reached or used; with a `Failure` if the reason is known. */
  readonly ping: () => Promise<void>;
  /** How another thread of this process connects to the same database. */
  readonly access: StoreAccess;
  readonly close: () => Promise<void>;
}

/** How much later than `statementMs` the client gives up on a server that does not reply. */
const REPLY_GRACE_MS = 5000;

/**
 * Opens or creates the database and applies outstanding migrations. Throws `STORE_UNREACHABLE`,
 * `STORE_INCOMPATIBLE`, `STORE_IN_USE` or `STORE_FULL`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const started = performance.now();
  const progress = options.onProgress ?? (() => {});
  const embedded = options.databaseUrl === null ? await openEmbedded(options) : null;
  const config =
    embedded === null
      ? poolConfig(options.databaseUrl ?? '')
      : { host: embedded.socketFolder, port: 5432, user: 'postgres', database: 'postgres' };
  const { statementMs } = options;
  const access = {
    config: {
      ...config,
      ...(statementMs !== undefined && { query_timeout: statementMs + REPLY_GRACE_MS }),
    },
    statementMs: embedded === null ? statementMs : undefined,
  };
  const location = embedded === null ? describeUrl(options.databaseUrl ?? '') : options.dataFolder;
  // Prisma loads while the embedded database opens in its own process.
  const connecting = import('./connect.ts').then(({ connect }) => connect(access, options.onQuery));
  const close = async (): Promise<void> => {
    // A failure to connect has been thrown already.
    await connecting.then((connection) => connection.close()).catch(() => {});
    await embedded?.stop();
  };
  try {
    await (embedded === null ? checkConnection(config, location) : embedded.ready);
    const { prisma, sql } = await connecting;
    progress({ kind: 'opened', milliseconds: performance.now() - started });
    const migrating = performance.now();
    const names = await migrate(prisma, config, options.migrations);
    progress({ kind: 'migrated', names, milliseconds: performance.now() - migrating });
    const ping = async (): Promise<void> => {
      const reason = embedded?.unavailableReason() ?? null;
      if (reason !== null) throw new Failure('STORE_UNREACHABLE', reason);
      const [found] = await sql<{ count: number }>(COUNT_MIGRATIONS);
      checkMigrationCount(found?.count ?? 0);
    };
    return { prisma, sql, location, ping, access, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openEmbedded(options: StoreOptions): Promise<EmbeddedDatabase> {
  const { dataFolder, access, mustExist, onProgress, onEmbedded } = options;
  if (mustExist === true && !existsSync(join(dataFolder, 'postgres')))
    throw corpusNotFound(dataFolder);
  const joined = access === 'join' ? await joinEmbedded(dataFolder) : null;
  return (
    joined ??
    startEmbedded({
      dataFolder,
      shared: access === 'shared',
      onCreating: () => onProgress?.({ kind: 'creating' }),
      onEvent: onEmbedded,
    })
  );
}

/** The failure for a command that needs an existing corpus. */
export function corpusNotFound(location: string): Failure {
  return new Failure(
    'STORE_UNREACHABLE',
    `There is no corpus in ${location}. Check DEMARCHE_DATA and DATABASE_URL.`,
  );
}
