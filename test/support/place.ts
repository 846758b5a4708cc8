/** A place for a corpus, of the engine that this run is for: a folder, or a database. */
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

export interface Place {
  /** For `openStore` and `openCorpus`. */
  readonly options: { readonly databaseUrl: string | null; readonly dataFolder: string };
  /** For a process of the command line. */
  readonly environment: Readonly<Record<string, string>>;
  /** Drops the database of a server; folders are removed at the end of the run. */
  readonly remove: () => Promise<void>;
}

/** A place that holds the seed corpus, or nothing at all. Remove it when done. */
export async function makePlace(content: 'seeded' | 'empty'): Promise<Place> {
  const template = inject('template');
  const folder = await mkdtemp(join(tmpdir(), 'demarche-test-'));
  if (template.kind === 'embedded') {
    await cp(content === 'seeded' ? template.folder : template.blank, folder, { recursive: true });
    return {
      options: { databaseUrl: null, dataFolder: folder },
      environment: { DEMARCHE_DATA: folder },
      remove: () => Promise.resolve(),
    };
  }
  const database = `demarche_test_${randomBytes(6).toString('hex')}`;
  const source = content === 'seeded' ? template.database : 'template0';
  await administer(
    template.adminUrl,
    `CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE ${source}`,
  );
  const url = new URL(template.adminUrl);
  url.pathname = `/${database}`;
  return {
    options: { databaseUrl: url.href, dataFolder: folder },
    environment: { DATABASE_URL: url.href, DEMARCHE_DATA: folder },
    remove: () => administer(template.adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

/** Creates databases of the engine that the suite runs against. */
export function usePlaces(): (content: 'seeded' | 'empty') => Promise<Place> {
  const places: Place[] = [];
  afterAll(async () => {
    for (const place of places) await place.remove();
  });
  return async (content) => {
    const place = await makePlace(content);
    places.push(place);
    return place;
  };
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        // Another test file is copying the same template at this moment.
        const busy = error instanceof Error && 'code' in error && error.code === '55006';
        if (!busy || attempt === 50) throw error;
        await setTimeout(100);
      }
    }
  } finally {
    await client.end();
  }
}
