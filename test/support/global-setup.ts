/**
 * Makes one migrated and seeded corpus for the whole run, as a folder for the embedded database or
 * a template database where DATABASE_URL names a server. Test files that write copy it; all that
 * only read share one copy, which is kept open meanwhile.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { openStore } from '#src/store/database/open-store.ts';

export type Template =
  /** `blank` has a database cluster and nothing in it: making one takes as long as ten tests. */
  | { readonly kind: 'embedded'; readonly folder: string; readonly blank: string }
  | { readonly kind: 'server'; readonly adminUrl: string; readonly database: string };

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template;
    /** The copy for reading, to be joined. */
    shared: { readonly databaseUrl: string | null; readonly dataFolder: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // All that tests write. Nothing is removed meanwhile: file systems create files slowly after that.
  const folder = await mkdtemp(join(tmpdir(), 'demarche-tests-'));
  process.env['TMPDIR'] = folder;
  const adminUrl = process.env['DATABASE_URL'];
  const { template, shared, remove } = adminUrl ? await onServer(adminUrl) : await embedded();
  project.provide('template', template);
  project.provide('shared', shared);
  return async () => {
    await remove();
    await rm(folder, { recursive: true });
  };
}

async function embedded() {
  const blank = await mkdtemp(join(tmpdir(), 'demarche-blank-'));
  const cluster = await PGlite.create({ dataDir: join(blank, 'postgres') });
  await cluster.close();
  const folder = await mkdtemp(join(tmpdir(), 'demarche-template-'));
  await cp(blank, folder, { recursive: true });
  const store = await openCorpus({ databaseUrl: null, dataFolder: folder });
  await store.close();
  const template: Template = { kind: 'embedded', folder, blank };
  const shared = {
    databaseUrl: null,
    dataFolder: await mkdtemp(join(tmpdir(), 'demarche-shared-')),
  };
  await cp(folder, shared.dataFolder, { recursive: true });
  const open = await openStore({ ...shared, access: 'shared' });
  return { template, shared, remove: () => open.close() };
}

async function onServer(adminUrl: string) {
  const database = `demarche_template_${process.pid}`;
  const copy = `demarche_shared_${process.pid}`;
  const administer = async (...statements: readonly string[]): Promise<void> => {
    const admin = new Client(adminUrl);
    await admin.connect();
    for (const statement of statements) await admin.query(statement);
    await admin.end();
  };
  const urlOf = (name: string): string =>
    Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  await administer(`CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0`);
  const store = await openCorpus({ databaseUrl: urlOf(database), dataFolder: '' });
  await store.close();
  await administer(`CREATE DATABASE ${copy} ENCODING 'UTF8' TEMPLATE ${database}`);
  const template: Template = { kind: 'server', adminUrl, database };
  const shared = { databaseUrl: urlOf(copy), dataFolder: '' };
  const drop = [database, copy].map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { template, shared, remove: () => administer(...drop) };
}
