import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { QUAY_CORPUS, writeFiles } from './quay-corpus.ts';

const document = (reference: string, more = ''): string =>
  `reference: ${reference}\n${more}excerpts: [ "Words of ${reference}." ]\n`;
const actor = (fields: string): string => `actors:\n  - { kind: PERSON, ${fields} }\n`;

describe('an import', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    await runImport(await writeFiles(QUAY_CORPUS));
  });

  const runImport = (path: string, dryRun = false) =>
    importPaths(corpus.store, { paths: [path], author: 'test', dryRun });
  const ask = async (query: string) => (await corpus.ask(query)).data;

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an impossible time',
      { 'a.yaml': document('a', 'createdAt: 2009-07-16T99:99\n') },
      /a\.yaml:2: createdAt: must be ISO 8601/,
    ],
    [
      'a document that encloses itself',
      { 'a.yaml': document('a', 'enclosedBy: a\n') },
      /a\.yaml:2: a would enclose itself: a in a\./,
    ],
    [
      'documents that enclose each other',
      {
        'a.yaml': document('a', 'enclosedBy: b\n'),
        'b.yaml': document('b', 'enclosedBy: c\n'),
        'c.yaml': document('c', 'enclosedBy: a\n'),
      },
      /b\.yaml:2: b would enclose itself: b in c in a in b\./,
    ],
    [
      'two files of one document',
      { 'a.yaml': document('a'), 'b.yaml': document('a') },
      /b\.yaml:1: a is also described in .*a\.yaml/,
    ],
    [
      'an actor that is part of itself',
      { 'x.yaml': actor('slug: x, name: X, affiliations: [{ organisation: x }]') },
      /x\.yaml:2: The actor "x" cannot be part of itself\./,
    ],
    [
      'an actor that is part of two organisations, and nothing says of which on a day',
      {
        'x.yaml': actor(
          'slug: x, name: X, affiliations: [{ organisation: pilots-guild }, { organisation: port-council }]',
        ),
      },
      /"x" is part of both pilots-guild and port-council from an unknown day on/,
    ],
    [
      'actors that are part of each other',
      {
        'x.yaml': actor('slug: x, name: X, affiliations: [{ organisation: y, from: 2009 }]'),
        'y.yaml': actor('slug: y, name: Y, affiliations: [{ organisation: x, from: 2008 }]'),
      },
      /The actor "x" would be part of itself: x in y in x\./,
    ],
    [
      'a quotation over two excerpts',
      {
        'a.yaml':
          'reference: a\nexcerpts: [ "They asked: will we", "recognise Israel one day." ]\n',
        'coding.yaml': (QUAY_CORPUS['coding.yaml'] ?? '')
          .replace(/^document: .*$/m, 'document: a')
          .replace(/^ {4}quote: .*$/m, '    quote: will we recognise Israel'),
      },
      /coding\.yaml:\d+: The quotation does not occur verbatim in one of the excerpts of a\./,
    ],
    [
      'an affiliation that ends before it starts',
      {
        'x.yaml': actor(
          'slug: x, name: X, affiliations: [{ organisation: pilots-guild, from: 2009, to: 2008 }]',
        ),
      },
      /ends on 2008-12-31, before it starts on 2009-01-01/,
    ],
  ])('is refused for %s, on a dry run too', async (_what, files, message) => {
    const before = await latestRevision(corpus.store.sql);
    const folder = await writeFiles(files);

    await expect(runImport(folder, true)).rejects.toThrow(message);
    await expect(runImport(folder)).rejects.toThrow(message);

    expect(await latestRevision(corpus.store.sql)).toBe(before);
  });

  it('is refused for an enclosure that closes a circle with stored documents', async () => {
    await runImport(
      await writeFiles({
        'outer.yaml': document('outer'),
        'inner.yaml': document('inner', 'enclosedBy: outer\n'),
      }),
    );

    await expect(
      runImport(await writeFiles({ 'outer.yaml': 'reference: outer\nenclosedBy: inner\n' })),
    ).rejects.toThrow(/outer would enclose itself: outer in inner in outer/);
  });

  it('takes actors for part of each other at different times, and names with other vowel signs for two', async () => {
    const folder = await writeFiles({
      'x.yaml': actor('slug: x, name: की, affiliations: [{ organisation: y, to: 2008 }]'),
      'y.yaml': actor('slug: y, name: का, affiliations: [{ organisation: x, from: 2009 }]'),
    });

    const { changes } = await runImport(folder, true);

    expect(changes.actors.added).toHaveLength(2);
  });

  it('skips notes and copies in a folder, and a text that another file holds', async () => {
    const folder = await writeFiles({
      'notes.md': '# Notes',
      'd.yaml~': document('kept-copy'),
      'one.txt': 'The same words.\n',
      'two.txt': 'The same words.\n',
    });

    const { skipped, changes } = await runImport(folder, true);

    expect(skipped.map(({ path, message }) => [path.slice(folder.length + 1), message])).toEqual([
      ['d.yaml~', expect.stringContaining('a copy that an editor has left')],
      ['notes.md', expect.stringContaining('looks like a note')],
      ['two.txt', expect.stringMatching(/one\.txt holds the same text\.$/)],
    ]);
    expect(changes.documents.added).toHaveLength(1);
  });

  it('takes a note for a document if it is named', async () => {
    const folder = await writeFiles({ 'notes.md': '# Notes of a meeting\n' });

    const { changes } = await runImport(join(folder, 'notes.md'), true);

    expect(changes.documents.added).toHaveLength(1);
  });

  it.each([
    ['little', 0xff, 0xfe, (bytes: Buffer) => bytes],
    ['big', 0xfe, 0xff, (bytes: Buffer) => bytes.swap16()],
  ])('reads UTF-16, the %s end first', async (_end, first, second, order) => {
    const folder = await writeFiles({});
    const words = order(Buffer.from('Größe und Öl.\n', 'utf16le'));
    await writeFile(join(folder, 'text.txt'), Buffer.concat([Buffer.from([first, second]), words]));

    const { changes } = await runImport(folder, true);

    expect(changes.texts).toMatchObject([{ text: expect.stringContaining('Größe und Öl.') }]);
  });

  it('takes the reference of a text from the file of the same name beside it', async () => {
    const folder = await writeFiles({
      'talk.txt': 'We spoke of the weather.\n',
      'talk.yaml': 'reference: talk-of-1999\nkind: STATEMENT\ntitle: A talk\n',
    });

    await runImport(folder);

    const found = await ask('{ document(reference: "talk-of-1999") { title text textCoverage } }');
    expect(found.document).toEqual({
      title: 'A talk',
      text: 'We spoke of the weather.\n',
      textCoverage: 'FULL',
    });
  });

  it('resolves an author once a spelling of the name is known', async () => {
    const authors =
      '{ document(reference: "letter") { correspondents { asWritten actor { slug } } } }';
    await runImport(
      await writeFiles({ 'letter.yaml': document('letter', 'authors: [{ name: J. Ortega }]\n') }),
    );
    const before = await ask(authors);

    await runImport(
      await writeFiles({
        'x.yaml': actor('slug: juan-ortega, name: Juan Ortega, aliases: [J ORTEGA]'),
      }),
    );

    expect(before.document.correspondents).toEqual([{ asWritten: 'J. Ortega', actor: null }]);
    expect((await ask(authors)).document.correspondents).toEqual([
      { asWritten: 'J. Ortega', actor: { slug: 'juan-ortega' } },
    ]);
  });

  it('has a message without a path, if none is given', async () => {
    await runImport(await writeFiles({ 'x.yaml': actor('slug: somebody, name: Some Body') }));

    const { revisions } = await ask('{ revisions(first: 1) { nodes { message } } }');

    expect(revisions.nodes).toEqual([{ message: '1 actor' }]);
  });
});
