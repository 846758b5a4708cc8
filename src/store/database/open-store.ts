/** Opens the corpus: an embedded PostgreSQL in a folder, or the server that a URL names. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#src/domain/failure.ts';
import { joinEmbedded } from '../embedded/join-database.ts';
import {
  type EmbeddedDatabase,
  type EmbeddedEvent,
  keepEmbedded,
} from '../embedded/restart-on-failure.ts';
import type { PrismaClient } from '../generated/client.ts';
import type { PlainSql } from './connect.ts';
import { migrate } from './migrate.ts';
import { explainConnection, poolConfig } from './postgres-url.ts';

export type { EmbeddedEvent };

export interface StoreOptions {
  /** A PostgreSQL server; without it the embedded one is used. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  /**
   * Access to the embedded database. `exclusive` (the default): this process only. `shared`: this process
   * opens it and others may join. `join`: connects to a shared one if there is one, else `exclusive`.
   */
  readonly access?: 'exclusive' | 'shared' | 'join';
  /**
   * Milliseconds after which the database ends a statement that reads; without it, none. The embedded
   * database has no such thing.
   */
  readonly statementMs?: number;
  /** Fail where there is no corpus yet, rather than make one. */
  readonly mustExist?: boolean;
  /** Told what takes long, while it does. */
  readonly onProgress?: (event: StoreProgress) => void;
  /** Told of each SQL statement, for counting them. */
  readonly onQuery?: (sql: string) => void;
  /**
   * Told when the embedded database ends unasked, which is then started again. Without this it is
   * not, and the store is of no use from then on.
   */
  readonly onEmbedded?: (event: EmbeddedEvent) => void;
}

export type StoreProgress =
  | { readonly kind: 'creating' }
  | { readonly kind: 'opened'; readonly milliseconds: number }
  | { readonly kind: 'migrated'; readonly names: readonly string[]; readonly milliseconds: number };

export interface Store {
  readonly prisma: PrismaClient;
  readonly sql: PlainSql;
  /** What the corpus is kept in, for people: a folder, or a server without its password. */
  readonly location: string;
  /** Puts a question to the database; fails, in words for anyone, where that is known to be gone. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long the answer to a statement may be on its way. */
const SILENCE_MS = 5000;

export async function openStore(options: StoreOptions): Promise<Store> {
  const started = performance.now();
  const progress = options.onProgress ?? (() => {});
  const embedded = options.databaseUrl === null ? await embeddedFor(options) : null;
  const config =
    embedded === null
      ? poolConfig(options.databaseUrl ?? '')
      : { host: embedded.socketFolder, port: 5432, user: 'postgres', database: 'postgres' };
  const { statementMs } = options;
  // A server that fell silent ends nothing itself: it is given up a little later.
  const pooled = {
    ...config,
    ...(statementMs !== undefined && { query_timeout: statementMs + SILENCE_MS }),
  };
  const location = embedded === null ? describeUrl(options.databaseUrl ?? '') : options.dataFolder;
  // Prisma loads while the embedded database, a process of its own, opens.
  const connecting = import('./connect.ts').then(({ connect }) =>
    connect(pooled, options.onQuery, embedded === null ? statementMs : undefined),
  );
  const close = async (): Promise<void> => {
    // A client that could not be made has told why already.
    await connecting.then((connection) => connection.close()).catch(() => {});
    await embedded?.stop();
  };
  try {
    await (embedded === null ? explainConnection(config, location) : embedded.ready);
    const { prisma, sql } = await connecting;
    progress({ kind: 'opened', milliseconds: performance.now() - started });
    const migrating = performance.now();
    const names = await migrate(prisma, config);
    progress({ kind: 'migrated', names, milliseconds: performance.now() - migrating });
    const ping = async (): Promise<void> => {
      const gone = embedded?.gone() ?? null;
      if (gone !== null) throw new Failure('STORE_UNREACHABLE', gone);
      await sql('SELECT 1');
    };
    return { prisma, sql, location, ping, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedFor({
  dataFolder,
  access,
  mustExist,
  onProgress,
  onEmbedded,
}: StoreOptions): Promise<EmbeddedDatabase> {
  if (mustExist === true && !existsSync(join(dataFolder, 'postgres')))
    throw corpusNotFound(dataFolder);
  const joined = access === 'join' ? await joinEmbedded(dataFolder) : null;
  return (
    joined ??
    keepEmbedded({
      dataFolder,
      shared: access === 'shared',
      onCreating: () => onProgress?.({ kind: 'creating' }),
      onEvent: onEmbedded,
    })
  );
}

export function corpusNotFound(location: string): Failure {
  return new Failure(
    'STORE_UNREACHABLE',
    `There is no corpus in ${location}. Check DEMARCHE_DATA and DATABASE_URL.`,
  );
}

function describeUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}${port === '' ? '' : `:${port}`}${pathname}`;
}
