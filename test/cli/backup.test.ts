import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { type CliResult, runCli } from '#test/support/cli.ts';
import type { Place } from '#test/support/place.ts';
import { countRevisions, useEmbeddedFolder, usePlaces } from './processes.ts';

/** A native server's run restores into both engines, so that each reads what the other wrote. */
const INTO =
  inject('template').kind === 'server'
    ? ['a database of a server', 'an embedded database']
    : ['an embedded database'];

describe('a backup', () => {
  const newPlace = usePlaces();
  const newFolder = useEmbeddedFolder();
  let folder = '';
  let file = '';
  let environment: Readonly<Record<string, string>> = {};
  let made: CliResult;
  beforeAll(async () => {
    folder = await writeFiles({});
    file = join(folder, 'corpus.gz');
    ({ environment } = await newPlace('seeded'));
    made = await runCli(['backup', file], environment);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says where it is and how much it holds', () => {
    expect(made).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Wrote \d+ records to .*corpus\.gz\.\n/),
    });
  });

  it.each(INTO)('restored into %s gives the same dump, and new rows follow', async (into) => {
    const empty =
      into === 'a database of a server'
        ? await newPlace('empty')
        : embeddedPlace(join(folder, 'embedded'));

    const restored = await runCli(['restore', file], empty.environment);

    const store = await openStore(empty.options);
    const second = join(folder, `${into}.gz`);
    await backupCorpus(store, second, () => {}, AbortSignal.timeout(60_000));
    const { id } = await store.prisma.actor.create({
      data: { slug: 'newcomer', name: 'Newcomer', kind: 'PERSON', sinceRevision: 1 },
    });
    const actors = await store.prisma.actor.count();
    await store.close();
    expect(restored.stdout).toMatch(/up to revision 1\.\n$/);
    expect(await unzipped(second)).toBe(await unzipped(file));
    expect(id).toBe(actors);
  });

  it('that is called off leaves no file', async () => {
    const place = await newPlace('seeded');
    const store = await openStore(place.options);
    const calledOff = new AbortController();
    const target = await writeFiles({});

    const backup = backupCorpus(
      store,
      join(target, 'corpus.gz'),
      () => calledOff.abort(),
      calledOff.signal,
    );

    await expect(backup).rejects.toThrow(/abort/);
    expect(await readdir(target)).toEqual([]);
    await store.close();
    await rm(target, { recursive: true });
  });

  it('is never written over a file that is there, nor into a folder that is not', async () => {
    const before = await readFile(file);

    const [over, into, under] = await Promise.all([
      runCli(['backup', file], environment),
      runCli(['backup', join(folder, 'none', 'corpus.gz')], environment),
      runCli(['backup', join(file, 'corpus.gz')], environment),
    ]);

    expect([over.code, into.code, under.code]).toEqual([1, 1, 1]);
    expect(over.stderr).toMatch(/is there already\. Name a new file/);
    expect(into.stderr).toMatch(/There is no folder .*none\. Make it first/);
    expect(under.stderr).toMatch(/There is no folder .*corpus\.gz\. Make it first/);
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is not restored into a corpus that is not empty', async () => {
    const full = await newFolder();

    const { code, stderr } = await runCli(['restore', file], full);

    expect(code).toBe(1);
    expect(stderr).toMatch(/restored into an empty corpus, and this one is not empty/);
    expect(await countRevisions(full)).toBe(1);
  });

  it.each<readonly [string, (whole: Buffer) => Buffer, RegExp]>([
    ['cut short', (whole) => whole.subarray(0, whole.length / 2), /is cut short/],
    ['cut short between two lines', (whole) => gzipSync(withoutEnd(whole)), /is cut short/],
    ['empty', () => Buffer.alloc(0), /is not a backup|is cut short/],
    ['of another kind', () => Buffer.from('a shopping list'), /is not a backup/],
    ['zipped, and of another kind', () => gzipSync('a shopping list'), /is not a backup/],
    ['zipped JSON of another kind', () => gzipSync('null\n{"kind":"rows"}\n'), /is not a backup/],
    ['with a bit flipped early', (whole) => flipped(whole, 0.01), /damaged|cut short/],
    ['with a bit flipped late', (whole) => flipped(whole, 0.9), /damaged|cut short/],
    ['of a later version', (whole) => gzipSync(later(whole)), /written by a newer version/],
  ])('that is %s is refused before anything is opened', async (_what, damage, complaint) => {
    const bad = join(folder, 'bad.gz');
    const into = join(folder, 'untouched');
    await writeFile(bad, damage(await readFile(file)));

    const { code, stderr } = await runCli(['restore', bad], { DEMARCHE_DATA: into });

    expect(code).toBe(1);
    expect(stderr).toMatch(complaint);
    expect(stderr).not.toMatch(/^\s+at |bug in Démarche/m);
    expect(await readdir(folder)).not.toContain('untouched');
  });

  it('is not made of a corpus that is not there, nor is one made for it', async () => {
    const nowhere = join(folder, 'nowhere');
    const none = join(folder, 'none.gz');

    const { code, stderr } = await runCli(['backup', none], { DEMARCHE_DATA: nowhere });

    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no corpus in .*\. Check DEMARCHE_DATA and DATABASE_URL\.$/m);
    expect(await readdir(folder)).not.toEqual(expect.arrayContaining(['nowhere']));
    await expect(readFile(none)).rejects.toThrow('ENOENT');
  });
});

function embeddedPlace(dataFolder: string): Pick<Place, 'options' | 'environment'> {
  return {
    options: { databaseUrl: null, dataFolder },
    environment: { DEMARCHE_DATA: dataFolder },
  };
}

async function unzipped(file: string): Promise<string> {
  return gunzipSync(await readFile(file)).toString();
}

function withoutEnd(whole: Buffer): string {
  return gunzipSync(whole).toString().trimEnd().split('\n').slice(0, -1).join('\n');
}

function later(whole: Buffer): string {
  return gunzipSync(whole).toString().replace('"version":1', '"version":2');
}

function flipped(whole: Buffer, part: number): Buffer {
  const damaged = Buffer.from(whole);
  const at = Math.floor(whole.length * part);
  damaged[at] = (damaged[at] ?? 0) ^ 0b100;
  return damaged;
}
