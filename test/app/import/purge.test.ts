import { beforeAll, describe, expect, it } from 'vitest';
import { correctText } from '#src/app/import/correct-text.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { type PurgeReport, purge } from '#src/app/import/purge.ts';
import { TABLES } from '#src/store/backup/backup-format.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { ARTICLE, articlePage, CODING, QUAY_CORPUS, QUOTE, writeFiles } from './quay-corpus.ts';

const SEEN = `query ($r: Int) {
  document(reference: "${ARTICLE}", revision: $r) {
    title text textLength passages { start end heading text } purge { reason revision { number message } }
  }
  positions(actors: ["tom-arden"], revision: $r) {
    totalCount nodes { summary evidence { exact prefix suffix start end purged orphaned } }
  }
  comparison(actors: ["tom-arden"], codebook: "quay-terms", revision: $r) { rows { cells { count mean } } }
  search(query: "tide", revision: $r) { nodes { snippet subject { kind: __typename } } }
  formulations(condition: "TIDE", codebook: "quay-terms", revision: $r) {
    parties { formulations { nodes { words } } }
  }
}`;
const REASON = 'the master asked for it';
const NOTE = { author: 'test', reason: REASON };

describe('a purge', () => {
  const corpus = useOwnCorpus();
  const runImport = async (files: Record<string, string>) => {
    const paths = [await writeFiles(files)];
    return importPaths(corpus.store, { paths, author: 'test', dryRun: false });
  };
  const seen = async (r: number | null) => {
    const { data, errors } = await corpus.ask(SEEN, { r });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  let before: number[] = [];
  let purged = 0;
  let shown: object[] = [];
  let report: Partial<PurgeReport> = {};

  beforeAll(async () => {
    await runImport(QUAY_CORPUS);
    const excerpts = await latestRevision(corpus.store.sql);
    await runImport({ [`${ARTICLE}.txt`]: articlePage() });
    before = [excerpts, await latestRevision(corpus.store.sql)];
    // What a server has in memory of a revision must not outlive the purge.
    shown = await Promise.all(before.map(seen));
    report = await purge(corpus.store, ARTICLE, NOTE);
    purged = report.revision ?? 0;
  });

  it('reports what it struck out, which was shown before', () => {
    for (const each of shown) expect(JSON.stringify(each)).toContain(QUOTE);
    expect(report).toMatchObject({ texts: 2, quotations: 4 });
  });

  it('leaves the words at no revision, and says why wherever they stood', async () => {
    for (const r of [...before, purged, null]) {
      // Each revision by itself: the first that fails is named.
      // oxlint-disable-next-line no-await-in-loop
      const data = await seen(r);
      const words = JSON.stringify({
        ...data,
        positions: data.positions.nodes.map((node: { evidence: object }) => node.evidence),
        // What coders wrote stays.
        search: data.search.nodes.filter(
          ({ subject }: { subject: { kind: string } }) => subject.kind !== 'Position',
        ),
      });
      expect(words).not.toMatch(/wait|tide|council|master of/i);
      expect(data.document.purge).toEqual({
        reason: REASON,
        revision: { number: purged, message: `Purge the text of ${ARTICLE}: ${REASON}` },
      });
      for (const { evidence } of data.positions.nodes)
        expect(evidence).toMatchObject([{ purged: true }]);
    }
  });

  it('leaves lengths, positions and figures as they were', async () => {
    const data = await seen(purged);

    expect(data.document.title).toBe('Northern Quay Shut, for Now');
    expect(data.document.text).toHaveLength(data.document.textLength);
    expect(data.document.text).toMatch(/^[█\s]+$/);
    expect(data.positions.totalCount).toBe(2);
    expect(data.positions.nodes[0].evidence[0].exact).toBe(QUOTE.replaceAll(/\S/g, '█'));
    expect(data.comparison.rows[0].cells).toEqual([
      { count: 1, mean: -2 },
      { count: 1, mean: 2 },
    ]);
  });

  it('leaves the words nowhere in the database', async () => {
    const records = await Promise.all(
      TABLES.map((table) =>
        corpus.store.sql(`SELECT row_to_json(t)::text AS record FROM "${table}" t`, []),
      ),
    );

    const all = JSON.stringify(records);
    expect(all).toContain('tom-arden');
    expect(all).not.toContain('not for the council');
    expect(all).not.toContain('trawler');
  });

  it('cannot be undone by importing or correcting the text', async () => {
    const revision = await latestRevision(corpus.store.sql);
    const message = `The words of ${ARTICLE} were purged in revision ${purged}: ${REASON}.`;

    // oxlint-disable-next-line no-await-in-loop
    for (const files of [
      { [`${ARTICLE}.txt`]: articlePage() },
      { 'article.yaml': QUAY_CORPUS['article.yaml'] ?? '' },
      { 'coding.yaml': CODING },
    ])
      await expect(runImport(files)).rejects.toThrow(message);
    const page = await writeFiles({ 'page.txt': articlePage('Other words') });
    await expect(correctText(corpus.store, ARTICLE, `${page}/page.txt`, NOTE)).rejects.toThrow(
      message,
    );
    await expect(purge(corpus.store, ARTICLE, NOTE)).rejects.toThrow(/was purged in revision/);
    await expect(purge(corpus.store, `${ARTICLE}x`, NOTE)).rejects.toThrow(
      `Did you mean "${ARTICLE}"?`,
    );
    expect(await latestRevision(corpus.store.sql)).toBe(revision);
  });

  it('is the only change that a stored text allows', async () => {
    const { sql } = corpus.store;
    const changes = [
      `UPDATE document_text SET text = replace(text, '█', '▒') WHERE purged_revision = ${purged}`,
      `UPDATE document_text SET purged_revision = NULL, purged_reason = NULL WHERE purged_revision = ${purged}`,
      `UPDATE document_text SET purged_revision = 1, purged_reason = 'no' WHERE purged_revision IS NULL`,
    ];

    // oxlint-disable-next-line no-await-in-loop
    for (const change of changes) await expect(sql(change, [])).rejects.toThrow(/is immutable/);
  });
});
