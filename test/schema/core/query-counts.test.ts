import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

const ACTOR = 'slug name kind affiliations { organisation { slug } }';
const POSITION = `id stance value summary statedOn channel
  holder { ${ACTOR} } party { ${ACTOR} } condition { code codebook { slug } } since { number author }
  evidence { exact passage { number text } document { reference title } }
  attribution { order speaker { ${ACTOR} } audience { ${ACTOR} } }
  disputes { id summary evidence { exact } }
  document { reference title textCoverage correspondents { role actor { ${ACTOR} } } }`;
const DOCUMENT = `reference title createdAt text
  correspondents { role asWritten actor { ${ACTOR} } } references { asWritten document { title } }
  enclosedBy { reference title } enclosures { reference title }
  passages { number text document { reference } } messages { from } warnings since { number }
  positions(first: 60) { totalCount nodes { ${POSITION} } }`;

/** A list, with one item and with all: both must send the same number of statements. */
const LISTS = [
  [
    'positions',
    (first: number) => `positions(first: ${first}) { totalCount nodes { ${POSITION} } }`,
  ],
  [
    'edges of positions',
    (first: number) => `positions(first: ${first}) { edges { node { ${POSITION} } } nodes { id } }`,
  ],
  [
    'documents',
    (first: number) => `documents(first: ${Math.min(first, 20)}) { nodes { ${DOCUMENT} } }`,
  ],
  ['revisions', (first: number) => `revisions(first: ${first}) { nodes { number message } }`],
  [
    'actors with positions',
    (first: number) =>
      `actors(orderBy: POSITIONS, first: ${Math.min(first, 20)}) { nodes { ${ACTOR} positions(first: 60) { nodes { ${POSITION} } } } }`,
  ],
  [
    'cells',
    (first: number) =>
      `comparison(actors: ["united-states", "russia", "hamas"]) { rows { cells { count mean earliest { id } latest { id } positions(first: ${first}) { nodes { ${POSITION} } } } } }`,
  ],
] as const;

describe('number of SQL statements', () => {
  const corpus = useCorpus();

  async function statements(query: string): Promise<readonly string[]> {
    await corpus.ask('{ revisions { totalCount } }');
    corpus.takeQueries();
    const { errors } = await corpus.ask(`{ ${query} }`);
    const taken = corpus.takeQueries();
    if (errors) throw new Error(JSON.stringify(errors));
    return taken;
  }

  it.each(LISTS)('is the same for many items as for few: %s', async (_what, list) => {
    const few = await statements(list(3));
    const many = await statements(list(100));

    expect(many.length).toBeGreaterThan(0);
    expect(many.length).toBeLessThanOrEqual(few.length + 3);
    expect(many.length).toBeLessThan(30);
  });

  it('is 0 for fields in memory', async () => {
    const taken = await statements(`
      actors(first: 100) { nodes { ${ACTOR} positions { totalCount } } }
      codebooks { nodes { title conditions { title positions { totalCount } } } }
      documents { totalCount nodes { reference kind positions { totalCount } } }
      comparison(actors: ["united-states", "russia", "hamas"]) {
        rows { cells { count documentCount median mean distribution { count } positions { totalCount } } }
      }`);

    expect(taken).toEqual([]);
  });

  it('is constant for positions with evidence and attribution', async () => {
    const taken = await statements(`positions(first: 100) { nodes {
      summary holder { name } party { name } condition { code } document { reference }
      evidence { exact } attribution { speaker { name } audience { name } }
    } }`);

    // Position records; evidence; attribution with audience.
    expect(taken).toHaveLength(3);
  });

  it('is 1 for positions with evidence only', async () => {
    const taken = await statements(`positions(first: 100) { nodes {
      statedOn stance holder { name } party { name } condition { code } document { reference title }
      evidence { exact document { reference } }
    } }`);

    // Evidence.
    expect(taken).toHaveLength(1);
  });

  it('is constant for a comparison with its positions', async () => {
    const taken = await statements(`comparison(actors: ["united-states", "russia", "hamas"]) {
      rows { cells { count mean earliest { summary } positions(first: 50) { nodes { summary evidence { exact passage { number } } } } } }
    }`);

    // Positions; evidence; passages.
    expect(taken).toHaveLength(3);
  });

  it('is 2 for the global IDs of any number of nodes', async () => {
    const { data } = await corpus.ask('{ positions(first: 60) { nodes { id } } }');
    const ids = JSON.stringify(data.positions.nodes.map(({ id }: { id: string }) => id));

    const taken = await statements(`nodes(ids: ${ids}) { ... on Position { summary } }`);

    // Record numbers of the keys; positions.
    expect(taken).toHaveLength(2);
  });

  it('is the same for 100 search hits as for one', async () => {
    const few = await statements(hits(12));
    const many = await statements(hits(100));

    expect(many.length).toBeLessThanOrEqual(few.length + 3);
    expect(many.length).toBeLessThan(15);
  });
});

function hits(first: number): string {
  return `search(query: "Hamas", first: ${first}) { nodes { snippet subject {
    ... on Passage { text document { title } } ... on Position { summary evidence { exact } } } } }`;
}
