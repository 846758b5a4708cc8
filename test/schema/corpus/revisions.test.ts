import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';
import { type Loose, withPinnedIds } from '../loose.ts';

const NAME = '2014-06-06-us-held-secret-talks-with-hamas-for-months-report.yaml';
const SEED = new URL(`../../../seeds/codings/${NAME}`, import.meta.url);
const BEFORE = 'An American official defends having a line of communication with Hamas.';
const AFTER = 'An American official calls a line of communication with Hamas important.';

const AT = `query ($revision: Int) { comparison(
    actors: ["united-states", "hamas"], conditions: ["CONTACT"], revision: $revision
  ) { revision rows { cells { count median mean distribution { stance count } latest { id summary }
    positions(first: 100) { nodes { id summary stance since { number }
      disputes { id summary stance }
      evidence { exact document { text } } attribution { speaker { name } } } } } } } }`;

describe('queries at a revision', () => {
  const corpus = useOwnCorpus();
  let before: Loose;
  beforeAll(async () => {
    before = await corpus.ask(AT);
    const coding = await readFile(SEED, 'utf8');
    const file = join(corpus.place.options.dataFolder, NAME);
    await writeFile(
      file,
      coding.replace(BEFORE, AFTER).replace('stance: REJECTS', 'stance: RESISTS'),
    );
    await importPaths(corpus.store, {
      paths: [file],
      author: 'a tester',
      message: 'A second look',
      dryRun: false,
    });
  });

  it('returns the result of revision 1 unchanged after revision 2', async () => {
    const cited = await corpus.ask(AT, { revision: 1 });

    expect(before.errors).toBeUndefined();
    expect(before.data.comparison.revision).toBe(1);
    expect(cited).toEqual(withPinnedIds(before, 1));
    expect(JSON.stringify(cited)).toContain(BEFORE);
    expect(JSON.stringify(cited)).not.toContain(AFTER);
  });

  it('returns the changes of revision 2 under the same global IDs', async () => {
    const now = await corpus.ask(AT);

    const changed = positionsOf(now).find(({ summary }) => summary === AFTER);
    const original = positionsOf(before).find(({ summary }) => summary === BEFORE);
    expect(now.data.comparison.revision).toBe(2);
    expect(changed).toMatchObject({ id: original.id, stance: 'RESISTS', since: { number: 2 } });
    expect(positionsOf(now)).toHaveLength(positionsOf(before).length);
    expect(JSON.stringify(now)).not.toContain(BEFORE);
  });

  it('resolves the disputed position at the same revision', async () => {
    const first = await corpus.ask(AT, { revision: 1 });
    const second = await corpus.ask(AT, { revision: 2 });

    expect(disputedIn(first)).toEqual([BEFORE]);
    expect(disputedIn(second)).toEqual([AFTER]);
  });

  it('lists revisions newest first or oldest first', async () => {
    const { data } = await corpus.ask(`{
      newest: revisions { totalCount nodes { number author message } }
      oldest: revisions(orderBy: OLDEST, first: 1) { nodes { number } pageInfo { hasNextPage } }
    }`);

    expect(data.newest.totalCount).toBe(2);
    expect(data.newest.nodes[0]).toEqual({
      number: 2,
      author: 'a tester',
      message: 'A second look',
    });
    expect(data.oldest).toEqual({ nodes: [{ number: 1 }], pageInfo: { hasNextPage: true } });
  });

  it('returns the latest version of a position from search and node', async () => {
    const { data } = await corpus.ask(`{
      search(query: "\\"line of communication\\"") { nodes { subject { ... on Position { id summary } } } }
    }`);
    const found = data.search.nodes
      .map(({ subject }: Loose) => subject)
      .filter(({ id }: Loose) => id);

    const node = await corpus.ask(
      'query ($id: ID!) { node(id: $id) { ... on Position { id summary } } }',
      {
        id: found[0].id,
      },
    );

    expect(found.map(({ summary }: Loose) => summary)).toEqual([AFTER]);
    expect(node.data.node).toEqual(found[0]);
  });
});

function positionsOf(answer: Loose): Loose[] {
  return answer.data.comparison.rows[0].cells[0].positions.nodes;
}

function disputedIn(answer: Loose): string[] {
  return positionsOf(answer).flatMap(({ disputes }) => disputes?.summary ?? []);
}
