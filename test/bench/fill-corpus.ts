/** Makes a database with a corpus of a given size, the same one each time, and proves it sound. */
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { openStore } from '../../src/store/database/open-store.ts';
import type { Cluster } from './cluster.ts';
import { verifyCorpus } from './verify-corpus.ts';

/** As many as there are cores to fill with. */
const WRITERS = 2;

export interface Filled {
  readonly url: string;
  readonly positions: number;
  readonly documents: number;
  readonly seconds: number;
  readonly bytes: number;
}

export async function fillCorpus(cluster: Cluster, positions: number): Promise<Filled> {
  const started = performance.now();
  const documents = Math.max(1, Math.round(positions / 10));
  const database = `corpus_${positions}`;
  await connected(cluster.url('postgres'), (db) => db.query(`CREATE DATABASE ${database}`));
  const url = cluster.url(database);
  const store = await openStore({ databaseUrl: url, dataFolder: '' });
  await store.close();
  const bytes = await connected(url, async (db) => {
    await db.query(sql('1-actors', {}));
    const indices = await dropIndices(db);
    await inShares(url, '2-documents', documents, {});
    await db.query(
      'ANALYZE document; ANALYZE document_version; ANALYZE document_text; ANALYZE bench.placed',
    );
    await inShares(url, '3-positions', positions, { documents });
    await db.query('DROP TABLE bench.placed');
    await atOnce(url, indices);
    await numberOn(db);
    await db.query('VACUUM (ANALYZE)');
    await verifyCorpus(db);
    await db.query(sql('4-peers', {}));
    await db.query('VACUUM (ANALYZE)');
    const { rows } = await db.query<{ bytes: string }>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return Number(rows[0]?.bytes);
  });
  const seconds = (performance.now() - started) / 1000;
  return { url, positions, documents, seconds, bytes };
}

/** Does something with a connection, and closes it. */
export async function connected<Result>(
  url: string,
  use: (db: Client) => Promise<Result>,
): Promise<Result> {
  const db = new Client(url);
  await db.connect();
  try {
    return await use(db);
  } finally {
    await db.end();
  }
}

function sql(name: string, numbers: Readonly<Record<string, number>>): string {
  const text = readFileSync(new URL(`corpus/${name}.sql`, import.meta.url), 'utf8');
  return text.replace(/(?<!:):([a-z]+)\b/g, (whole, word: string) =>
    String(numbers[word] ?? whole),
  );
}

/** The rows from 1 to `count`, in equal shares, written side by side. */
async function inShares(
  url: string,
  name: string,
  count: number,
  numbers: Readonly<Record<string, number>>,
): Promise<void> {
  const share = Math.ceil(count / WRITERS);
  const writers = Array.from({ length: WRITERS }, (_, i) =>
    connected(url, async (db) => {
      const [first, last] = [i * share + 1, Math.min(count, (i + 1) * share)];
      // Foreign keys and triggers are not asked a million times: verifyCorpus asks afterwards.
      await db.query('SET session_replication_role = replica');
      await db.query(sql(name, { first, last, ...numbers }));
    }),
  );
  await Promise.all(writers);
}

/** Takes the indices that prove nothing away; returns the statements that make them again. */
async function dropIndices(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT indisunique`);
  for (const { name } of rows) await db.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Runs statements side by side, each on the next free connection. */
async function atOnce(url: string, statements: readonly string[]): Promise<void> {
  const waiting = [...statements];
  const worker = (): Promise<void> =>
    connected(url, async (db) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await db.query(next);
    });
  await Promise.all(Array.from({ length: WRITERS }, worker));
}

/** Row numbers given by hand are not given again. */
async function numberOn(db: Client): Promise<void> {
  const { rows } = await db.query<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_default LIKE 'nextval%'`);
  for (const { name } of rows) {
    await db.query(
      `SELECT setval(pg_get_serial_sequence('${name}', 'id'), (SELECT coalesce(max(id), 1) FROM "${name}"))`,
    );
  }
}
