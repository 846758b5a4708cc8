import { execFileSync } from 'node:child_process';
import { rm, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import {
  ACTORS,
  ARTICLE,
  CODEBOOK,
  CODING,
  EXCERPTS,
  QUAY_CORPUS,
  QUOTE,
  writeFiles,
} from './quay-corpus.ts';

const STATEMENT = CODING.slice(CODING.indexOf('  - id:'));
/** Another statement, in words of its own. */
const AGAIN = STATEMENT.replace('master-waits', 'master-again').replace(
  QUOTE,
  'We will wait for the tide',
);
const NUL = String.fromCodePoint(0);

/** Case, file, invalid content, and the expected message with path, line, problem and correction. */
const INVALID_FILES: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'an unknown actor',
    'coding.yaml',
    CODING.replace('holder: tom-arden', 'holder: tom-ardent'),
    /coding\.yaml:7: There is no actor "tom-ardent"\. Did you mean "tom-arden"/,
  ],
  [
    'an unknown condition',
    'coding.yaml',
    CODING.replace('condition: TIDE', 'condition: TIDES'),
    /coding\.yaml:19: .*no condition "TIDES"; it has CLOSED_QUAY, TIDE\. Did you mean "TIDE"/,
  ],
  [
    'an unknown stance',
    'coding.yaml',
    CODING.replace('REJECTS', 'REJECT'),
    /coding\.yaml:17: .*"REJECT"; it must be one of UPHOLDS, .*Did you mean "REJECTS"/,
  ],
  [
    'a stance that the codebook does not use',
    'coding.yaml',
    CODING.replace('REJECTS', 'RESISTS'),
    /coding\.yaml:17: The codebook "quay-terms" does not use the stance RESISTS; it uses UPHOLDS, /,
  ],
  [
    'a quotation that does not occur in the document',
    'coding.yaml',
    CODING.replace('wait for the tide,', 'wait for a tide,'),
    /coding\.yaml:11: The quotation does not occur verbatim in .*\. The closest text is: "We will wait for the tide/,
  ],
  [
    'a quotation that occurs twice in the document',
    'both.yaml',
    `${EXCERPTS}  - "${QUOTE}, he said again."\n`,
    /coding\.yaml:11: The quotation occurs 2 times/,
  ],
  [
    'a coding file with two version fields',
    'coding.yaml',
    CODING.replace('version: 1', 'version: 1\nversion: 2'),
    /coding\.yaml:4: Map keys must be unique/,
  ],
  [
    'an unknown codebook version',
    'coding.yaml',
    CODING.replace('version: 1', 'version: 7'),
    /coding\.yaml:3: The codebook "quay-terms" has no version 7; its versions are 1\./,
  ],
  [
    'an unknown codebook',
    'coding.yaml',
    CODING.replace('quay-terms', 'quay-term'),
    /coding\.yaml:2: There is no codebook "quay-term"\. Did you mean "quay-terms"/,
  ],
  [
    'an unknown document',
    'coding.yaml',
    CODING.replace(ARTICLE, `${ARTICLE}s`),
    /coding\.yaml:1: There is no document .*Did you mean "2009-03-01-northern-quay-shut-for-now"/,
  ],
  [
    'two coding files for one document by one coder',
    'second.yaml',
    CODING.replace('version: 1', 'version: 1 # again'),
    /second\.yaml:1: .* is also coded by quay-coder with .* in .*coding\.yaml/,
  ],
  [
    'a duplicate statement id',
    'coding.yaml',
    CODING + STATEMENT.replace(QUOTE, 'We will wait for the tide'),
    /coding\.yaml:22: The statement id "master-waits" is already defined at line 6/,
  ],
  [
    'two positions of one holder on one condition with the same quotation',
    'coding.yaml',
    CODING + STATEMENT.replace('master-waits', 'master-waits-again'),
    /coding\.yaml:32: A position of tom-arden on CLOSED_QUAY in these very words is already defined at line 16/,
  ],
  [
    'a name shared by two actors',
    'actors.yaml',
    ACTORS.replace("Pilots' Guild\n", "Pilots' Guild\n    aliases: [The Harbour Council]\n"),
    /actors\.yaml:6: The name "The Harbour Council" belongs to both port-council and pilots-guild/,
  ],
  [
    'an actor listed twice',
    'actors.yaml',
    `${ACTORS}  - { slug: tom-arden, name: Tom Arden, kind: PERSON }\n`,
    /actors\.yaml:17: The actor "tom-arden" is listed twice/,
  ],
  [
    'a statement that disputes itself',
    'coding.yaml',
    CODING.replace('    quote:', '    modality: DENIED\n    disputes: master-waits\n    quote:'),
    /coding\.yaml:12: A statement cannot dispute itself/,
  ],
  [
    'an assertion that disputes another',
    'coding.yaml',
    CODING + AGAIN.replace('    quote:', '    disputes: master-waits\n    quote:'),
    /coding\.yaml:27: Only a denial disputes another statement/,
  ],
  [
    'a denial that disputes a denial',
    'coding.yaml',
    CODING.replace('    quote:', '    modality: DENIED\n    quote:') +
      AGAIN.replace('    quote:', '    modality: DENIED\n    disputes: master-waits\n    quote:'),
    /coding\.yaml:29: "master-waits" is a denial itself/,
  ],
  [
    'a retelling before the statement',
    'coding.yaml',
    CODING.replace(
      'speaker: tom-arden, channel',
      'speaker: tom-arden, date: 2009-02-28, channel',
    ).replace(
      'speaker: evening-gazette, channel',
      'speaker: evening-gazette, date: 2009-01, channel',
    ),
    /coding\.yaml:14: evening-gazette retells on 2009-01-01 what was said later/,
  ],
  [
    'invalid YAML syntax',
    'coding.yaml',
    CODING.replace('statements:', 'statements: ['),
    /coding\.yaml:\d+: /,
  ],
  [
    'an unknown field',
    'coding.yaml',
    CODING.replace('onOrBefore', '').replace('wording:', 'wordings:'),
    /coding\.yaml:\d+: statements\.0 has an unknown field wordings/,
  ],
  [
    'a value of the wrong type',
    'coding.yaml',
    CODING.replace('version: 1', 'version: first'),
    /coding\.yaml:3: version: .*expected number/,
  ],
  [
    'a date that does not exist',
    'coding.yaml',
    CODING.replace('2009-02-28', '2009-02-29'),
    /coding\.yaml:8: .*"2009-02-29" is not a date; write YYYY-MM-DD/,
  ],
  [
    "an attribution that does not end at the document's author",
    'coding.yaml',
    CODING.replace('speaker: evening-gazette', 'speaker: port-council'),
    /coding\.yaml:14: The last speaker must be the document's author, evening-gazette, not port-council/,
  ],
  [
    'a changed codebook with an unchanged version',
    'codebook.yaml',
    CODEBOOK.replace('wants it open', 'wants it shut'),
    /codebook\.yaml:2: Version 1 of the codebook "quay-terms" is stored with different content.* as version 2/,
  ],
  [
    'a YAML file of an unknown type',
    'other.yaml',
    'shopping: [bread]\n',
    /other\.yaml:1: Unknown type of YAML file/,
  ],
];

describe('an import', () => {
  const corpus = useOwnCorpus();
  let folder = '';
  let before: unknown;
  beforeAll(async () => {
    folder = await writeFiles(QUAY_CORPUS);
    await runImport(folder);
    before = await countRows();
  });

  const runImport = (...paths: string[]) =>
    importPaths(corpus.store, { paths, author: 'test', message: '', dryRun: false });

  it.each(INVALID_FILES)('rejects %s and changes nothing', async (_what, name, text, expected) => {
    await rm(folder, { recursive: true });
    await writeFiles({ ...QUAY_CORPUS, [name]: text, 'actors.yaml': ACTORS }, folder);
    // A valid change in the same import must not be written either.
    await writeFiles(
      { 'actors.yaml': name === 'actors.yaml' ? text : `${ACTORS}${NEWCOMER}` },
      folder,
    );
    if (name === 'both.yaml') await rm(join(folder, 'article.yaml'));

    const result = runImport(folder);

    await expect(result).rejects.toMatchObject({
      name: 'Failure',
      code: 'BAD_INPUT',
      message: expect.stringMatching(expected),
    });
    await expect(result).rejects.toThrow(/Nothing was changed\.$/);
    expect(await countRows()).toEqual(before);
  });

  it.each([
    ['an empty file', '', /The file is empty/],
    ['a blank file', ' \n\t\n', /only white space/],
    ['a binary file', NUL.repeat(200), /The file is binary/],
  ])('rejects %s given by its path', async (_what, content, expected) => {
    const file = join(await writeFiles({ 'text.txt': content }, folder), 'text.txt');

    const result = runImport(file);

    await expect(result).rejects.toThrow(expected);
    expect(await countRows()).toEqual(before);
    await rm(file);
  });

  it.each([
    ['a file of 300 MB', (path: string) => makeHuge(path), /300 MB; the maximum is 20 MB/],
    ['a broken symbolic link', (path: string) => symlink('/nowhere/at/all', path), /no such file/],
    ['a symbolic link to itself', (path: string) => symlink(path, path), /cannot be read/],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), /This is a pipe, not a file/],
    ['a device', (path: string) => symlink('/dev/zero', path), /This is a device, not a file/],
    ['a missing file', () => {}, /There is no such file or folder/],
  ])('rejects %s given by its path', async (_what, make, expected) => {
    const path = join(folder, 'input.txt');
    await make(path);

    const result = runImport(path);

    await expect(result).rejects.toThrow(expected);
    expect(await countRows()).toEqual(before);
    await rm(path, { force: true });
  });

  it('skips files in a folder that are not documents and reports them', async () => {
    await rm(folder, { recursive: true });
    await writeFiles({ ...QUAY_CORPUS, 'blank.txt': '\n', 'scan.pdf': NUL.repeat(200) }, folder);
    execFileSync('mkfifo', [join(folder, 'queue')]);

    const report = await runImport(folder, join(folder, '.', 'coding.yaml'), folder);

    expect(report).toMatchObject({ files: 4, revision: null });
    expect(report.skipped.map(({ path }) => path)).toEqual(
      ['blank.txt', 'queue', 'scan.pdf'].map((name) => join(folder, name)),
    );
    expect(await countRows()).toEqual(before);
  });

  it('skips private keys and links that lead out of the folder, and reports them', async () => {
    await rm(folder, { recursive: true });
    const outside = join(await writeFiles({ 'secret.txt': 'A secret.' }), 'secret.txt');
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n';
    await writeFiles({ ...QUAY_CORPUS, id_rsa: key }, folder);
    await symlink(outside, join(folder, 'link.txt'));

    const report = await runImport(folder);

    expect(report.skipped).toMatchObject([
      { path: join(folder, 'id_rsa'), message: expect.stringContaining('private key') },
      {
        path: join(folder, 'link.txt'),
        message: expect.stringContaining('leads out of the folder'),
      },
    ]);
    expect(await countRows()).toEqual(before);
  });

  async function countRows() {
    const { prisma } = corpus.store;
    return [
      await prisma.revision.count(),
      await prisma.actor.count(),
      await prisma.document.count(),
      await prisma.documentText.count(),
      await prisma.position.count(),
    ];
  }
});

const NEWCOMER = '  - { slug: newcomer, name: A Newcomer, kind: PERSON }\n';

/** Makes a sparse file of 300 MB, which takes almost no disk space. */
async function makeHuge(path: string): Promise<void> {
  const folder = await writeFiles({ 'input.txt': 'x' }, join(path, '..'));
  await truncate(join(folder, 'input.txt'), 300 * 1024 * 1024);
}
