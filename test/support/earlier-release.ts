/** Databases as earlier releases leave them. */
import { createHash, randomUUID } from 'node:crypto';
import { FORMER_TABLES, TABLES } from '#src/store/backup/backup-format.ts';
import { readBackupLines } from '#src/store/backup/read-backup-lines.ts';
import { columnsOf } from '#src/store/backup/table-columns.ts';
import { readMigrations } from '#src/store/database/migrate.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import type { Place } from './place.ts';

/**
 * The seed corpus, and a second revision that corrects the header of an article: kind, title, date and
 * author. Written by release 0.1.0.
 */
export const EARLIER_BACKUP = 'test/end-to-end/corpus-of-release-0.1.0.backup';
/** Number of migrations of release 0.1.0. */
export const EARLIER_MIGRATIONS = 2;

/** Replaces what an empty place holds by the schema after this many migrations. */
export async function toEarlierSchema(store: Store, count: number): Promise<void> {
  const [schema] = await store.sql<{ name: string }>('SELECT current_schema()::text AS name');
  await store.prisma.$executeRawUnsafe(
    `DROP SCHEMA "${schema?.name}" CASCADE; CREATE SCHEMA "${schema?.name}";
     CREATE TABLE _prisma_migrations (
       id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
       migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
       started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
  );
  for (const { name, sql } of (await readMigrations()).slice(0, count)) {
    await store.prisma.$executeRawUnsafe(sql);
    await store.sql(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, $2, $3, now())`,
      [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
    );
  }
}

/** Fills an empty place with the corpus of {@link EARLIER_BACKUP}, as release 0.1.0 stored it. */
export async function fillWithEarlierCorpus(place: Place): Promise<void> {
  const store = await openStore(place.options);
  await toEarlierSchema(store, EARLIER_MIGRATIONS);
  await store.prisma.$transaction(async (tx) => {
    for await (const line of readBackupLines(EARLIER_BACKUP)) {
      if (line.kind !== 'rows') continue;
      const columns = await columnsOf(tx, line.table);
      await tx.$executeRawUnsafe(
        `INSERT INTO "${line.table}" (${columns})
         SELECT ${columns} FROM json_populate_recordset(NULL::"${line.table}", $1::json)`,
        JSON.stringify(line.rows),
      );
    }
    for (const table of [...TABLES, ...FORMER_TABLES]) {
      const [sequence] = await tx.$queryRawUnsafe<{ name: string | null }[]>(
        `SELECT CASE WHEN EXISTS (SELECT FROM information_schema.columns
           WHERE table_name = $1 AND column_name = 'id') THEN pg_get_serial_sequence($1, 'id') END AS name`,
        table,
      );
      if (sequence?.name)
        await tx.$executeRawUnsafe(
          `SELECT setval('${sequence.name}', (SELECT max(id) FROM "${table}"))`,
        );
    }
  });
  await store.close();
}

/** What {@link historyOfArticle} returns of the corrected article, at revisions 1 and 2. */
export const EARLIER_HISTORY = [
  // Its title at revision 1 was overwritten.
  {
    kind: 'NEWS_ARTICLE',
    title: 'A Former Diplomat Talks With Hamas',
    createdAt: '2009-07-16',
    authors: ['washington-post', 'howard-schneider', 'glenn-kessler'],
  },
  {
    kind: 'LETTER',
    title: 'A Former Diplomat Talks With Hamas',
    createdAt: '2009-07-17',
    authors: ['russia', 'howard-schneider', 'glenn-kessler'],
  },
];

/** The header of the article that the second revision corrects, at both revisions. */
export async function historyOfArticle({ prisma }: Store) {
  const versions = await prisma.documentVersion.findMany({
    where: { document: { reference: '2009-07-16-ex-us-diplomat-talks-with-hamas' } },
    include: { correspondents: { include: { actor: true }, orderBy: { order: 'asc' } } },
    orderBy: { sinceRevision: 'asc' },
  });
  return versions.map(({ kind, title, createdAt, correspondents }) => ({
    kind,
    title,
    createdAt,
    authors: correspondents.map(({ actor }) => actor?.slug),
  }));
}
