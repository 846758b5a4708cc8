import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupCorpus } from '#src/app/backup/backup-corpus.ts';
import { restoreCorpus } from '#src/app/backup/restore-corpus.ts';
import { correctText } from '#src/app/import/correct-text.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { purge } from '#src/app/import/purge.ts';
import { openStore } from '#src/store/database/open-store.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { makePlace } from '#test/support/place.ts';
import { ARTICLE, CODING, EXCERPTS, QUAY_CORPUS, QUOTE, writeFiles } from './quay-corpus.ts';

const FIRST = 'We will not close';
/** Excerpts in which one sentence occurs twice, once of them in a paragraph with itself. */
const TALK = `${EXCERPTS}  - "We will not close, the master said. We will not close, not this year."
  - "Nobody asked the pilots."
`;
const TEXT = `“${QUOTE},” said the master.\n\nWe will not close, the master said. We will not close, not this year.\n\nNobody asked the pilots.`;

/** The coding with other lines in the place of its quotation. */
function quoting(lines: string, coding = CODING): string {
  return coding.replace(`    quote: ${QUOTE}\n`, lines);
}

const TWO = quoting(`    quotes:
      - quote: Nobody asked the pilots.
      - { quote: ${FIRST}, start: ${TEXT.lastIndexOf(FIRST)}, end: ${TEXT.lastIndexOf(FIRST) + FIRST.length} }
`);

/** Case, lines in the place of the quotation, and the message. */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  [
    'a quotation that occurs twice in one passage',
    `    quote: ${FIRST}\n`,
    /coding\.yaml:11: The quotation occurs 2 times in .*, at 72–89 and at 108–125\. Lengthen it, or add where it stands, for example start: 72, end: 89/,
  ],
  [
    'offsets of other words',
    `    quote: ${FIRST}\n    start: 71\n    end: 88\n`,
    /coding\.yaml:11: The quotation does not stand at 71–88 of .*: there stands " We will not clos"\. It stands at 72–89 and at 108–125\./,
  ],
  [
    'offsets behind the text',
    `    quote: ${FIRST}\n    start: 7200\n    end: 7217\n`,
    /coding\.yaml:11: .* there stands nothing, for the text ends before\. It stands at 72–89/,
  ],
  [
    'offsets of words that are not in the text',
    `    quote: We shall not close\n    start: 73\n    end: 90\n`,
    /coding\.yaml:11: The quotation does not occur verbatim .* The text has "wi" where the quotation has "sha"/,
  ],
  ['a start without an end', `    quote: ${FIRST}\n    start: 73\n`, /:12: .*needs end beside it/],
  [
    'an end before the start',
    `    quote: ${FIRST}\n    start: 90\n    end: 73\n`,
    /:13: .*end: 73 is not after start, 90/,
  ],
  ['neither quote nor quotes', '', /:6: statements\.0\.quote: is missing; give quote, or quotes/],
  [
    'quote and quotes',
    `    quote: ${FIRST}\n    quotes: [{ quote: Nobody }, { quote: asked }]\n`,
    /:12: .*write all quotations into quotes/,
  ],
  [
    'quotes with one item',
    '    quotes: [{ quote: Nobody asked }]\n',
    /:11: .*needs at least two items/,
  ],
  [
    'a passage beside quotes',
    '    passage: 2\n    quotes: [{ quote: Nobody }, { quote: asked }]\n',
    /:11: .*passage: belongs to an item of quotes/,
  ],
  [
    'two quotations of a statement that overlap',
    '    quotes: [{ quote: Nobody asked }, { quote: asked the pilots }]\n',
    /coding\.yaml:11: The quotation stands at 150–166, and another one of this statement at 143–155\. Quote words that overlap once/,
  ],
  [
    'one of several quotations that is not in the text',
    '    quotes:\n      - quote: Nobody asked\n      - quote: but the council\n',
    /coding\.yaml:13: The quotation does not occur verbatim/,
  ],
];

const at = (start: number): string =>
  `    quote: ${FIRST}\n    start: ${start}\n    end: ${start + 17}\n`;

describe('the quotations of a coding file', () => {
  const corpus = useOwnCorpus();
  let folder = '';
  beforeAll(async () => {
    folder = await writeFiles({ ...QUAY_CORPUS, 'article.yaml': TALK });
    await run();
  });

  const run = (dryRun = false) =>
    importPaths(corpus.store, { paths: [folder], author: 'test', dryRun });
  const importCoding = async (coding: string, dryRun = false) => {
    await writeFiles({ 'coding.yaml': coding }, folder);
    return run(dryRun);
  };
  const QUESTION = `query ($r: Int) { document(reference: "${ARTICLE}", revision: $r) { text
    positions { nodes { condition { code } evidence { exact start end prefix suffix orphaned purged } } } } }`;
  const read = async (r: number | null = null) => {
    const { data, errors } = await corpus.ask(QUESTION, { r });
    expect(errors).toBeUndefined();
    return data.document;
  };
  const tide = (document: Awaited<ReturnType<typeof read>>) =>
    document.positions.nodes.find(
      ({ condition }: { condition: { code: string } }) => condition.code === 'TIDE',
    ).evidence;

  it.each(REFUSED)('refuses %s, on a dry run too', async (_what, lines, message) => {
    await expect(importCoding(quoting(lines))).rejects.toThrow(message);
    await expect(importCoding(quoting(lines), true)).rejects.toThrow(message);
  });

  it('refuses the same words of one holder on one condition, in whichever order', async () => {
    const statement = TWO.slice(TWO.indexOf('  - id:'));
    const items = statement.match(/^ {6}- .*quote.*$/gm) ?? [];
    expect(items).toHaveLength(2);
    const turned = statement
      .replace('master-waits', 'master-again')
      .replace(items.join('\n'), items.toReversed().join('\n'));

    await expect(importCoding(TWO + turned)).rejects.toThrow(
      /coding\.yaml:\d+: A position of tom-arden on CLOSED_QUAY in these very words is already defined at line 18/,
    );
  });

  it('tells equal words in two places apart', async () => {
    const statement = CODING.slice(CODING.indexOf('  - id:'));
    const report = await importCoding(
      quoting(at(72)) + quoting(at(108), statement.replace('master-waits', 'master-again')),
      true,
    );

    expect(report.changes.positions.map(({ evidence }) => evidence[0]?.start)).toEqual([
      72, 72, 108, 108,
    ]);
  });

  it('are stored in order, moved by a correction, kept as orphaned, and restored', async () => {
    const { revision } = await importCoding(TWO);

    const stored = tide(await read());
    expect(stored).toMatchObject([
      { exact: 'Nobody asked the pilots.', start: 143 },
      { exact: FIRST, start: 108, end: 125 },
    ]);
    expect((await importCoding(TWO)).revision).toBeNull();

    const NOTE = { author: 'an editor', reason: 'a test' };
    const correct = async (text: string) => {
      await writeFiles({ 'corrected.txt': text }, folder);
      const report = await correctText(corpus.store, ARTICLE, join(folder, 'corrected.txt'), NOTE);
      await writeFiles({ 'corrected.txt': '' }, folder);
      return report;
    };
    const moved = await correct(`A line of its own.\n\n${TEXT}`);
    expect(moved).toMatchObject({ kept: 2, orphaned: [], reworded: [] });
    expect(tide(await read())).toMatchObject([
      { exact: 'Nobody asked the pilots.', start: 163, orphaned: false },
      { exact: FIRST, start: 128, orphaned: false },
    ]);
    const torn = await correct(TEXT.replace('Nobody asked the pilots.', 'The rest is torn off.'));
    expect(torn.kept).toBe(0);
    expect(torn.orphaned.map(({ before }) => before)).toEqual([
      'Nobody asked the pilots.',
      'Nobody asked the pilots.',
    ]);
    expect(tide(await read())).toMatchObject([{ orphaned: true }, { orphaned: true }]);
    expect(tide(await read(revision))).toEqual(stored);

    const place = await makePlace('empty');
    const file = join(folder, 'corpus.backup');
    await backupCorpus(corpus.store, file, () => {}, AbortSignal.timeout(60_000));
    await restoreCorpus({ file, store: place.options });
    const restored = await openStore(place.options);
    const answer = await createTestHandler(restored).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION, variables: { r: revision } }),
    });
    expect(tide(((await answer.json()) as { data: { document: never } }).data.document)).toEqual(
      stored,
    );
    await restored.close();
    await place.remove();
  });

  it('shows how its letters differ from those of the text', async () => {
    const cases = [
      [
        'wait for the tide, аnd not',
        /The text has "a" \(U\+0061\) where the quotation has "а" \(U\+0430\)/,
      ],
      ['wait for the tidé', /The text has "e" \(U\+0065\) where the quotation has "é" \(U\+00E9\)/],
      [
        'wait for the tide， and',
        /The text has "," \(U\+002C\) where the quotation has "，" \(U\+FF0C\)/,
      ],
      ['WЕ ШILL', /The text contains nothing similar/],
      [
        'wait for the\u180etide',
        /The text has " " \(U\+0020\) where the quotation has ".?" \(U\+180E\)/,
      ],
      ['for thе tidе, аnd nоt', /U\+0435.*U\+0435.*U\+0430.*; and more/],
    ] as const;
    for (const [quote, message] of cases) {
      const files = await writeFiles({
        ...QUAY_CORPUS,
        'coding.yaml': CODING.replace(QUOTE, quote),
      });
      const result = importPaths(corpus.store, { paths: [files], author: 'test', dryRun: true });
      await expect(result).rejects.toThrow(message);
    }
  });

  it('are purged, each of them', async () => {
    await purge(corpus.store, ARTICLE, { author: 'an editor', reason: 'a court order' });

    for (const { exact, purged } of tide(await read())) {
      expect(exact).toMatch(/^[█\s]+$/);
      expect(purged).toBe(true);
    }
  });
});
