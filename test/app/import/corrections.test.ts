import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctText } from '#src/app/import/correct-text.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { writeFiles } from './quay-corpus.ts';

const TEXT = `The pilots met on Monday.

We wil wait for the tide, they said, and not for the council.

The quay stays open, the master added. The quay stays open.

Nobody can close what the sea has opened.
`;
const QUOTES = {
  misspelt: 'We wil wait for the tide, they said',
  second: 'added. The quay stays open',
  last: 'Nobody can close what the sea has opened.',
};
const NOTE = { author: 'an editor', reason: 'a letter was missing' };

describe('the correction of a text', () => {
  const corpus = useOwnCorpus();
  let reference = '';
  let folder = '';
  beforeAll(async () => {
    folder = await writeFiles({ 'talk.txt': TEXT });
    const imported = await importPaths(corpus.store, {
      paths: [join(folder, 'talk.txt')],
      author: 'test',
      dryRun: false,
    });
    reference = imported.changes.documents.added[0]?.reference ?? '';
    const coding = {
      'coding.yaml': `document: ${reference}
codebook: quartet-principles
version: 1
coder: a-coder
statements:
${Object.entries(QUOTES)
  .map(
    ([id, quote]) => `  - id: ${id}
    holder: hamas
    statedOn: 2009
    channel: PUBLIC
    wording: VERBATIM
    quote: "${quote}"
    attribution: [{ speaker: hamas, channel: PUBLIC }]
    positions: [{ condition: CONTACT, stance: UPHOLDS, summary: What ${id} says. }]
`,
  )
  .join('')}`,
    };
    await importPaths(corpus.store, {
      paths: [await writeFiles(coding)],
      author: 'test',
      dryRun: false,
    });
  });

  const correct = async (text: string) => {
    await writeFiles({ 'corrected.txt': text }, folder);
    return correctText(corpus.store, reference, join(folder, 'corrected.txt'), NOTE);
  };
  const read = async (r: number | null = null) => {
    const { data, errors } = await corpus.ask(
      `query ($reference: String!, $r: Int) { document(reference: $reference, revision: $r) { text
        positions(orderBy: STATED_ON_ASC) { nodes { summary evidence { exact start end orphaned } } } }
        documents(first: 100, revision: $r) { totalCount } }`,
      { reference, r },
    );
    expect(errors).toBeUndefined();
    return data;
  };

  it('moves quotations to their place, and corrects their words', async () => {
    const before = await latestRevision(corpus.store.sql);
    const earlier = await read();

    const report = await correct(`A line of its own.\n\n${TEXT.replace('wil wait', 'will wait')}`);

    expect(report).toMatchObject({ revision: before + 1, kept: 3, orphaned: [] });
    expect(report.reworded).toEqual([
      {
        position: expect.stringContaining('/misspelt/'),
        before: QUOTES.misspelt,
        after: 'We will wait for the tide, they said',
      },
    ]);
    const now = await read();
    expect(now.documents.totalCount).toBe(earlier.documents.totalCount);
    expect(now.document.positions.nodes).toHaveLength(3);
    for (const { evidence } of now.document.positions.nodes)
      for (const { exact, start, end, orphaned } of evidence) {
        expect(now.document.text.slice(start, end)).toBe(exact);
        expect(orphaned).toBe(false);
      }
    expect(await read(before)).toEqual(earlier);
    const { data } = await corpus.ask('{ revisions(first: 1) { nodes { author message } } }');
    expect(data.revisions.nodes[0]).toEqual({
      author: 'an editor',
      message: `Corrected text of ${reference}: a letter was missing`,
    });
  });

  it('keeps what has no place in it, as orphaned', async () => {
    const before = await read();

    const report = await correct(
      TEXT.replace('Nobody can close what the sea has opened.\n', 'The rest is torn off.\n'),
    );

    expect(report.kept).toBe(2);
    expect(report.orphaned).toEqual([
      { position: expect.stringContaining('/last/'), before: QUOTES.last, after: null },
    ]);
    const now = await read();
    const last = now.document.positions.nodes.find(
      ({ summary }: { summary: string }) => summary === 'What last says.',
    );
    expect(last.evidence).toMatchObject([{ exact: QUOTES.last, orphaned: true }]);
    expect(before.document.text).toContain(last.evidence[0].exact);
  });

  it('changes nothing if the text is the same, or the document is unknown', async () => {
    const before = await latestRevision(corpus.store.sql);
    const { document } = await read();

    const report = await correct(document.text);
    const unknown = correctText(corpus.store, 'none', join(folder, 'talk.txt'), NOTE);

    expect(report.revision).toBeNull();
    await expect(unknown).rejects.toThrow('There is no document "none" to correct.');
    await expect(correctText(corpus.store, reference, folder, NOTE)).rejects.toThrow(/one text/);
    expect(await latestRevision(corpus.store.sql)).toBe(before);
  });
});
