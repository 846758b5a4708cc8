import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import { importPaths } from '#src/app/import/import-paths.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import {
  ACTORS,
  ARTICLE,
  articlePage,
  CODING,
  EXCERPTS,
  QUAY_CORPUS,
  QUOTE,
  writeFiles,
} from './quay-corpus.ts';

describe('an import', () => {
  const corpus = useOwnCorpus();
  let folder = '';
  beforeAll(async () => {
    folder = await writeFiles(QUAY_CORPUS);
    await runImport(folder);
  });

  const runImport = (path: string, dryRun = false) =>
    importPaths(corpus.store, { paths: [path], author: 'test', message: path, dryRun });
  const revision = () => latestRevision(corpus.store.sql);
  /** Overwrites one file of the folder and imports it. */
  const importFile = async (name: string, text: string) => {
    await writeFiles({ [name]: text }, folder);
    return runImport(join(folder, name));
  };
  const cells = async (at: number, actors = ['tom-arden', 'pilots-guild', 'port-council']) => {
    const answer = await corpus.ask(
      `query ($actors: [String!]!, $at: Int) {
        comparison(actors: $actors, codebook: "quay-terms", revision: $at) {
          rows { actor { slug } cells { count median positions { nodes { stance evidence { exact start end } } } } }
        }
      }`,
      { actors, at },
    );
    expect(answer.errors).toBeUndefined();
    return answer.data.comparison.rows;
  };

  it('writes no revision if nothing has changed', async () => {
    const before = await revision();

    const seeds = await runImport('seeds');
    const own = await runImport(folder);

    expect([seeds.revision, own.revision]).toEqual([null, null]);
    expect(await revision()).toBe(before);
  });

  it('writes one revision for a corrected stance and leaves answers at the previous one unchanged', async () => {
    const before = await revision();
    const earlier = await cells(before);

    const report = await importFile('coding.yaml', CODING.replace('REJECTS', 'NONCOMMITTAL'));

    expect(report).toMatchObject({ revision: before + 1, changes: { endedPositions: [] } });
    expect(report.changes.positions.map((position) => position.condition)).toEqual(['CLOSED_QUAY']);
    expect(await cells(before)).toEqual(earlier);
    const now = await cells(before + 1);
    expect([earlier[0].cells[0].median, now[0].cells[0].median]).toEqual([-2, 0]);
    expect(await versions('CLOSED_QUAY')).toEqual([
      { stance: 'REJECTS', sinceRevision: before, untilRevision: before + 1 },
      { stance: 'NONCOMMITTAL', sinceRevision: before + 1, untilRevision: null },
    ]);
    await importFile('coding.yaml', CODING);
  });

  it('withdraws a position missing from its coding file, in the new revision only', async () => {
    const before = await revision();
    const earlier = await cells(before);

    const report = await importFile(
      'coding.yaml',
      CODING.split('      - condition: TIDE')[0] ?? '',
    );

    expect(report.changes.positions).toEqual([]);
    expect(report.changes.endedPositions).toHaveLength(1);
    expect((await cells(before + 1))[0].cells.map((cell: { count: number }) => cell.count)).toEqual(
      [1, 0],
    );
    expect(await cells(before)).toEqual(earlier);
    await importFile('coding.yaml', CODING);
  });

  it('removes a position from a party whose affiliation now ends earlier, in the new revision only', async () => {
    const before = await revision();
    const earlier = await cells(before);

    const report = await importFile('actors.yaml', ACTORS.replace('from: 2008', 'to: 2008'));

    expect(report.changes.affiliations).toMatchObject({ added: [{}], ended: [{}] });
    expect(counts(earlier)).toEqual([1, 1, 0]);
    expect(counts(await cells(before + 1))).toEqual([1, 0, 0]);
    expect(await cells(before)).toEqual(earlier);
    await importFile('actors.yaml', ACTORS);
  });

  it('applies a corrected document header to filters, in the new revision only', async () => {
    const before = await revision();
    const countByFilter = async (filter: string, at: number) => {
      const { data, errors } = await corpus.ask(
        `{ comparison(actors: ["tom-arden"], codebook: "quay-terms", revision: ${at}, filter: ${filter}) {
            rows { cells { count } } } }`,
      );
      expect(errors).toBeUndefined();
      return data.comparison.rows[0].cells.map((cell: { count: number }) => cell.count);
    };
    const byGazette = '{ reportedBy: ["evening-gazette"], documentKinds: [NEWS_ARTICLE] }';
    const byGuild = '{ reportedBy: ["pilots-guild"], documentKinds: [LETTER] }';

    const letter = EXCERPTS.replace('kind: NEWS_ARTICLE', 'kind: LETTER').replace(
      '{ name: The Evening Gazette, actor: evening-gazette }',
      '{ name: The Guild, actor: pilots-guild }',
    );
    await importFile('article.yaml', letter);

    expect([
      await countByFilter(byGazette, before + 1),
      await countByFilter(byGuild, before + 1),
    ]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([await countByFilter(byGazette, before), await countByFilter(byGuild, before)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    // A fresh cache, as in another server, holds the same.
    const fresh = await createSnapshots(corpus.store).at(before);
    const [head] = [...fresh.documents.heads()].filter(({ reference }) => reference === ARTICLE);
    expect(head?.kind).toBe('NEWS_ARTICLE');
    expect(head?.authors).toEqual([fresh.actorIds.get('evening-gazette')]);
    await importFile('article.yaml', EXCERPTS);
  });

  it('yields the same corpus from an updated cache as from a fresh one, at every revision', async () => {
    const running = createSnapshots(corpus.store);
    const last = await revision();
    await running.at(last);

    for (let at = 1; at <= last; at += 1) {
      const updated = await running.at(at);
      const fresh = await createSnapshots(corpus.store).at(at);

      expect(updated.positions.id).toEqual(fresh.positions.id);
      const stances = ({ positions }: typeof updated) =>
        Array.from(positions.id.keys(), (row) => attributesAt(positions, row).stance);
      expect(stances(updated)).toEqual(stances(fresh));
      expect(updated.documents.columns).toEqual(fresh.documents.columns);
    }
    expect(last).toBeGreaterThan(5);
  });

  it('keeps a renamed actor and its positions', async () => {
    const before = await revision();

    const report = await importFile(
      'actors.yaml',
      ACTORS.replace('name: Tom Arden', 'name: Thomas Arden\n    aliases: [Tom Arden]'),
    );

    expect(report.changes.actors).toMatchObject({ added: [], changed: [{ slug: 'tom-arden' }] });
    const { data } = await corpus.ask(
      '{ actor(slug: "tom-arden") { name } search(query: "Tom Arden", first: 1) { totalCount } }',
    );
    expect(data.actor.name).toBe('Thomas Arden');
    expect(data.search.totalCount).toBeGreaterThan(0);
    expect((await cells(before + 1))[0].cells[0].count).toBe(1);
    await importFile('actors.yaml', ACTORS);
  });

  it('reports the changes of a dry run without writing them', async () => {
    const before = await revision();

    await writeFiles({ 'coding.yaml': CODING.replace('REJECTS', 'NONCOMMITTAL') }, folder);
    const report = await runImport(folder, true);

    expect(report.revision).toBeNull();
    expect(report.changes.positions).toHaveLength(1);
    expect(await revision()).toBe(before);
    expect((await cells(before))[0].cells[0].median).toBe(-2);
    await writeFiles({ 'coding.yaml': CODING }, folder);
  });

  it('rejects a full text without a coded quotation and keeps the excerpts', async () => {
    const before = await revision();
    const file = await writeFiles({ 'other.txt': articlePage('We shall wait for nobody at all') });

    const result = runImport(file);

    await expect(result).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(
        /other\.txt: The quotation .*wait for the tide.* does not occur verbatim in the new text/,
      ),
    });
    expect(await revision()).toBe(before);
  });

  it('replaces excerpts by the full text and locates the evidence in it', async () => {
    const before = await revision();
    const earlier = await cells(before);
    const file = await writeFiles({ 'article.txt': articlePage() });

    const report = await runImport(file);

    expect(report).toMatchObject({ revision: before + 1, changes: { documents: { added: [] } } });
    const [position] = (await cells(before + 1))[0].cells[0].positions.nodes;
    const { data } = await corpus.ask(
      '{ document(reference: "2009-03-01-northern-quay-shut-for-now") { textCoverage text } }',
    );
    const [evidence] = position.evidence;
    expect(data.document.textCoverage).toBe('FULL');
    expect(data.document.text.slice(evidence.start, evidence.end)).toBe(QUOTE);
    expect(evidence.start).not.toBe(earlier[0].cells[0].positions.nodes[0].evidence[0].start);
    expect(await cells(before)).toEqual(earlier);
    expect((await runImport(folder)).revision).toBeNull();
  });

  async function versions(code: string) {
    return corpus.store.prisma.position.findMany({
      where: { condition: { code } },
      select: { stance: true, sinceRevision: true, untilRevision: true },
      orderBy: { sinceRevision: 'asc' },
    });
  }
});

/** Number of positions on the first condition, per row. */
function counts(rows: readonly { readonly cells: readonly { readonly count: number }[] }[]) {
  return rows.map((row) => row.cells[0]?.count);
}
