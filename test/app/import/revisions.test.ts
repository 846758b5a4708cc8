import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { attributesAt } from '#src/domain/position-columns.ts';
import { CorpusCache } from '#src/store/read/corpus-cache.ts';
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
    await bring(folder);
  });

  const bring = (path: string, dryRun = false) =>
    importPaths(corpus.store, { paths: [path], author: 'test', message: path, dryRun });
  const revision = () => latestRevision(corpus.store.sql);
  /** Brings one file in its own words, and then again as it was. */
  const bringOnce = async (name: string, text: string) => {
    await writeFiles({ [name]: text }, folder);
    return bring(join(folder, name));
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

  it('of what is there already writes no revision', async () => {
    const before = await revision();

    const seeds = await bring('seeds');
    const own = await bring(folder);

    expect([seeds.revision, own.revision]).toEqual([null, null]);
    expect(await revision()).toBe(before);
  });

  it('of a corrected stance writes one revision, and the old one answers as before', async () => {
    const before = await revision();
    const stood = await cells(before);

    const report = await bringOnce('coding.yaml', CODING.replace('REJECTS', 'NONCOMMITTAL'));

    expect(report).toMatchObject({ revision: before + 1, changes: { endedPositions: [] } });
    expect(report.changes.positions.map((position) => position.condition)).toEqual(['CLOSED_QUAY']);
    expect(await cells(before)).toEqual(stood);
    const now = await cells(before + 1);
    expect([stood[0].cells[0].median, now[0].cells[0].median]).toEqual([-2, 0]);
    expect(await versions('CLOSED_QUAY')).toEqual([
      { stance: 'REJECTS', sinceRevision: before, untilRevision: before + 1 },
      { stance: 'NONCOMMITTAL', sinceRevision: before + 1, untilRevision: null },
    ]);
    await bringOnce('coding.yaml', CODING);
  });

  it('of a coding with a position less takes that position back, from then on', async () => {
    const before = await revision();
    const stood = await cells(before);

    const report = await bringOnce('coding.yaml', CODING.split('      - condition: TIDE')[0] ?? '');

    expect(report.changes.positions).toEqual([]);
    expect(report.changes.endedPositions).toHaveLength(1);
    expect((await cells(before + 1))[0].cells.map((cell: { count: number }) => cell.count)).toEqual(
      [1, 0],
    );
    expect(await cells(before)).toEqual(stood);
    await bringOnce('coding.yaml', CODING);
  });

  it("of an affiliation's date moves the position to another party, but not at the old revision", async () => {
    const before = await revision();
    const stood = await cells(before);

    const report = await bringOnce('actors.yaml', ACTORS.replace('from: 2008', 'from: 2010'));

    expect(report.changes.affiliations).toMatchObject({ added: [{}], ended: [{}] });
    expect(counts(stood)).toEqual([1, 1, 0]);
    expect(counts(await cells(before + 1))).toEqual([1, 0, 0]);
    expect(await cells(before)).toEqual(stood);
    await bringOnce('actors.yaml', ACTORS);
  });

  it('of a corrected header changes what a filter finds, but not at the old revision', async () => {
    const before = await revision();
    const told = async (filter: string, at: number) => {
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
    await bringOnce('article.yaml', letter);

    expect([await told(byGazette, before + 1), await told(byGuild, before + 1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect([await told(byGazette, before), await told(byGuild, before)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    // Another server, which reads it all anew, says the same.
    const anew = await new CorpusCache(corpus.store).at(before, before + 1);
    const [head] = [...anew.documents.values()].filter(({ reference }) => reference === ARTICLE);
    expect(head).toMatchObject({
      kind: 'NEWS_ARTICLE',
      authors: [anew.actorIds.get('evening-gazette')],
    });
    await bringOnce('article.yaml', EXCERPTS);
  });

  it('is seen alike by a server that was there and by one that comes later', async () => {
    const running = new CorpusCache(corpus.store);
    await running.latest();
    const last = await revision();

    for (let at = 1; at <= last; at += 1) {
      const moved = await running.at(at, last);
      const anew = await new CorpusCache(corpus.store).at(at, last);

      expect(moved.positions.id).toEqual(anew.positions.id);
      const stances = ({ positions }: typeof moved) =>
        Array.from(positions.id.keys(), (row) => attributesAt(positions, row).stance);
      expect(stances(moved)).toEqual(stances(anew));
      expect([...moved.documents.values()].toSorted((a, b) => a.id - b.id)).toEqual([
        ...anew.documents.values(),
      ]);
      expect(moved.documentIds.size).toBe(anew.documentIds.size);
    }
    expect(last).toBeGreaterThan(5);
  });

  it('of an actor under another name keeps the actor and its positions', async () => {
    const before = await revision();

    const report = await bringOnce(
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
    await bringOnce('actors.yaml', ACTORS);
  });

  it('that is a dry run says what would change, and changes nothing', async () => {
    const before = await revision();

    await writeFiles({ 'coding.yaml': CODING.replace('REJECTS', 'NONCOMMITTAL') }, folder);
    const report = await bring(folder, true);

    expect(report.revision).toBeNull();
    expect(report.changes.positions).toHaveLength(1);
    expect(await revision()).toBe(before);
    expect((await cells(before))[0].cells[0].median).toBe(-2);
    await writeFiles({ 'coding.yaml': CODING }, folder);
  });

  it('of a full text that lacks a quotation is refused, and excerpts stay', async () => {
    const before = await revision();
    const file = await writeFiles({ 'other.txt': articlePage('We shall wait for nobody at all') });

    const refused = bring(file);

    await expect(refused).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringMatching(
        /other\.txt: The evidence .*wait for the tide.* is not in this text/,
      ),
    });
    expect(await revision()).toBe(before);
  });

  it('of the full text makes excerpts a full document, its evidence found again by its words', async () => {
    const before = await revision();
    const stood = await cells(before);
    const file = await writeFiles({ 'article.txt': articlePage() });

    const report = await bring(file);

    expect(report).toMatchObject({ revision: before + 1, changes: { documents: { added: [] } } });
    const [position] = (await cells(before + 1))[0].cells[0].positions.nodes;
    const { data } = await corpus.ask(
      '{ document(reference: "2009-03-01-northern-quay-shut-for-now") { textCoverage text } }',
    );
    const [evidence] = position.evidence;
    expect(data.document.textCoverage).toBe('FULL');
    expect(data.document.text.slice(evidence.start, evidence.end)).toBe(QUOTE);
    expect(evidence.start).not.toBe(stood[0].cells[0].positions.nodes[0].evidence[0].start);
    expect(await cells(before)).toEqual(stood);
    expect((await bring(folder)).revision).toBeNull();
  });

  async function versions(code: string) {
    return corpus.store.prisma.position.findMany({
      where: { condition: { code } },
      select: { stance: true, sinceRevision: true, untilRevision: true },
      orderBy: { sinceRevision: 'asc' },
    });
  }
});

/** Of the first condition. */
function counts(rows: readonly { readonly cells: readonly { readonly count: number }[] }[]) {
  return rows.map((row) => row.cells[0]?.count);
}
