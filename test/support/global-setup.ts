/**
 * Makes one migrated and seeded corpus for the whole run, which test files then copy: a folder for
 * the embedded database, a template database where DATABASE_URL names a server.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openCorpus } from '#src/app/open-corpus.ts';

export type Template =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly adminUrl: string; readonly database: string };

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env['DATABASE_URL'];
  const { template, remove } = adminUrl ? await onServer(adminUrl) : await embedded();
  project.provide('template', template);
  return remove;
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-template-'));
  const store = await openCorpus({ databaseUrl: null, dataFolder: folder });
  await store.close();
  const template: Template = { kind: 'embedded', folder };
  return { template, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function onServer(adminUrl: string) {
  const database = `demarche_template_${process.pid}`;
  const admin = new Client(adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database} ENCODING 'UTF8' TEMPLATE template0`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const store = await openCorpus({ databaseUrl: url.href, dataFolder: '' });
  await store.close();
  const template: Template = { kind: 'server', adminUrl, database };
  const remove = async (): Promise<void> => {
    const again = new Client(adminUrl);
    await again.connect();
    await again.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await again.end();
  };
  return { template, remove };
}
