import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { type CliResult, runCli } from '#test/support/cli.ts';
import {
  EARLIER_BACKUP,
  EARLIER_HISTORY,
  historyOfArticle,
} from '#test/support/earlier-release.ts';
import { type Place, usePlaces } from '#test/support/place.ts';

const isServer = inject('template').kind === 'server';
/** On a native server, restores into both engines, so that each reads what the other wrote. */
const TARGETS = isServer
  ? ['a database of a server', 'an embedded database']
  : ['an embedded database'];

const ONE_ACTOR = `
actors:
  - { slug: newcomer, name: Newcomer, kind: PERSON }
`;

/** Every Unicode character that PostgreSQL stores: all but NUL and surrogates. */
const EVERY_CHARACTER = Array.from({ length: 0x11_0000 }, (_, code) => code)
  .filter((code) => code !== 0 && (code < 0xd8_00 || code > 0xdf_ff))
  .map((code) => String.fromCodePoint(code))
  .join('');

describe('demarche backup and restore', () => {
  const newPlace = usePlaces();
  let folder = '';
  let file = '';
  let place: Place;
  let backup: CliResult;
  beforeAll(async () => {
    folder = await writeFiles({});
    file = join(folder, 'corpus.gz');
    place = await newPlace('seeded');
    await addText(place, EVERY_CHARACTER);
    backup = await runCli(['backup', file], place.environment);
  });

  it('prints the file and its number of records', () => {
    expect(backup).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Wrote \d+ records to .*corpus\.gz\.\n/),
    });
  });

  it.each(TARGETS)(
    'restores into %s, where a second backup is identical and ids continue',
    async (target) => {
      const empty =
        isServer && target === 'an embedded database'
          ? embeddedPlace(join(folder, 'embedded'))
          : await newPlace('empty');

      const restored = await runCli(['restore', file], empty.environment);

      const store = await openStore(empty.options);
      const second = join(folder, `${target}.gz`);
      await backupCorpus(store, second, () => {}, AbortSignal.timeout(60_000));
      const { id } = await store.prisma.actor.create({
        data: { slug: 'newcomer' },
      });
      const actors = await store.prisma.actor.count();
      await store.close();
      expect(restored.stdout).toMatch(/up to revision 1\.\n$/);
      expect(await unzipped(second)).toBe(await unzipped(file));
      expect(id).toBe(actors);
    },
  );

  it('leaves no file when a backup is aborted', async () => {
    const store = await openStore(place.options);
    const aborting = new AbortController();
    const target = await writeFiles({});

    const aborted = backupCorpus(
      store,
      join(target, 'corpus.gz'),
      () => aborting.abort(),
      aborting.signal,
    );

    await expect(aborted).rejects.toThrow(/abort/);
    expect(await readdir(target)).toEqual([]);
    await store.close();
  });

  it('does not overwrite a file or create a folder', async () => {
    const before = await readFile(file);

    const [over, into, under] = await Promise.all([
      runCli(['backup', file], place.environment),
      runCli(['backup', join(folder, 'none', 'corpus.gz')], place.environment),
      runCli(['backup', join(file, 'corpus.gz')], place.environment),
    ]);

    expect([over.code, into.code, under.code]).toEqual([1, 1, 1]);
    expect(over.stderr).toMatch(/exists already\. Choose another file name/);
    expect(into.stderr).toMatch(/Folder not found: .*none\. Create it first/);
    expect(under.stderr).toMatch(/Folder not found: .*corpus\.gz\. Create it first/);
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('does not restore into a corpus that is not empty', async () => {
    const { code, stderr } = await runCli(['restore', file], place.environment);

    expect(code).toBe(1);
    expect(stderr).toMatch(/The corpus is not empty\. Restore into an empty one/);
    const store = await openStore(place.options);
    expect(await store.prisma.revision.count()).toBe(1);
    await store.close();
  });

  it.each<readonly [string, (whole: Buffer) => Buffer, RegExp]>([
    ['that is truncated', (whole) => whole.subarray(0, whole.length / 2), /is truncated/],
    ['that lacks its last line', (whole) => gzipSync(withoutEnd(whole)), /is truncated/],
    ['that is empty', () => Buffer.alloc(0), /is not a Démarche backup|is truncated/],
    ['of another format', () => Buffer.from('a shopping list'), /is not a Démarche backup/],
    ['of gzipped text', () => gzipSync('a shopping list'), /is not a Démarche backup/],
    [
      'of other gzipped JSON',
      () => gzipSync('null\n{"kind":"rows"}\n'),
      /is not a Démarche backup/,
    ],
    ['with a bit flipped early', (whole) => flipped(whole, 0.01), /damaged|truncated/],
    ['with a bit flipped late', (whole) => flipped(whole, 0.9), /damaged|truncated/],
    ['of a later version', (whole) => gzipSync(later(whole)), /written by a newer version/],
  ])('rejects a backup %s before it opens a database', async (_what, damage, complaint) => {
    const bad = join(folder, 'bad.gz');
    const into = join(folder, 'untouched');
    await writeFile(bad, damage(await readFile(file)));

    const { code, stderr } = await runCli(['restore', bad], { DEMARCHE_DATA: into });

    expect(code).toBe(1);
    expect(stderr).toMatch(complaint);
    expect(stderr).not.toMatch(/^\s+at |bug in Démarche/m);
    expect(await readdir(folder)).not.toContain('untouched');
  });

  it('restores what an earlier release wrote, with its history', async () => {
    const empty = await newPlace('empty');

    const restored = await runCli(['restore', EARLIER_BACKUP], empty.environment);

    expect(restored).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('up to revision 2'),
    });
    const store = await openStore(empty.options);
    expect(await historyOfArticle(store)).toEqual(EARLIER_HISTORY);
    expect(await store.prisma.position.count()).toBeGreaterThan(50);
    await store.close();
    // Ids continue, and what is restored can be backed up and changed.
    const changed = await writeFiles({ 'actors.yaml': ONE_ACTOR });
    const imported = await runCli(['import', changed], empty.environment);
    expect(imported).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') });
  });

  it('rejects a missing corpus and does not create it', async () => {
    const nowhere = join(folder, 'nowhere');
    const none = join(folder, 'none.gz');

    const { code, stderr } = await runCli(['backup', none], { DEMARCHE_DATA: nowhere });

    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no corpus in .*\. Check DEMARCHE_DATA and DATABASE_URL\.$/m);
    expect(await readdir(folder)).not.toEqual(expect.arrayContaining(['nowhere']));
    await expect(readFile(none)).rejects.toThrow('ENOENT');
  });
});

/** Adds a document with this text, which the readers of sources would change. */
async function addText({ options }: Place, text: string): Promise<void> {
  const store = await openStore(options);
  const document = await store.prisma.document.create({
    data: {
      reference: 'every-character',
      sinceRevision: 1,
      versions: { create: { kind: 'OTHER', release: 'UNKNOWN', sinceRevision: 1 } },
    },
  });
  await store.prisma.documentText.create({
    data: {
      documentId: document.id,
      coverage: 'FULL',
      text,
      length: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      messages: [],
      furniture: [],
      warnings: [],
      sinceRevision: 1,
    },
  });
  await store.close();
}

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
