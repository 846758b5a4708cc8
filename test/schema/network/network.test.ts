import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { CODING, QUAY_CORPUS, QUOTE, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useCorpus, useOwnCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const PARTIES = ['united-states', 'russia', 'hamas'];
const SORTED = ['hamas', 'russia', 'united-states'];

/** x[slug of the actor][code of the condition]: values of the positions. */
type Values = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const MATRIX = `query ($actors: [String!]!, $filter: PositionFilter) {
  comparison(actors: $actors, filter: $filter) { rows { actor { slug } cells {
    condition { code } positions(first: 100) { nodes { value } } } } } }`;

const EDGES = `a { key activity } b { key activity } weight`;

describe('Query.network of three parties', () => {
  const corpus = useCorpus();
  let values: Values;
  const queryNetwork = async (args: string, selection: string): Promise<Loose> => {
    const { data, errors } = await corpus.ask(
      `{ network(actors: ["united-states", "russia", "hamas"], ${args}) { ${selection} } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.network;
  };
  beforeAll(async () => {
    const { data } = await corpus.ask(MATRIX, { actors: PARTIES });
    values = valuesOf(data.comparison);
  });

  it.each(['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT'] as const)(
    'computes %s weights equal to those of the positions in the comparison',
    async (weight) => {
      const { edges } = await queryNetwork(`weight: ${weight}`, `edges { ${EDGES} }`);

      expect(edges.map(({ a, b }: Loose) => [a.key, b.key])).toEqual([
        ['hamas', 'russia'],
        ['hamas', 'united-states'],
        ['russia', 'united-states'],
      ]);
      for (const { a, b, weight: found } of edges)
        expect(found).toBeCloseTo(pairwise(values, a.key, b.key, weight), 9);
    },
  );

  it('applies the requested normalisation', async () => {
    const [plain, average, dna] = await Promise.all(
      ['NONE', 'AVERAGE_ACTIVITY', 'DNA_COSINE'].map((by) =>
        queryNetwork(`weight: CONGRUENCE, normalisation: ${by}`, `edges { ${EDGES} }`),
      ),
    );

    for (const [i, { a, b, weight }] of plain.edges.entries()) {
      expect(average.edges[i].weight).toBeCloseTo((2 * weight) / (a.activity + b.activity), 12);
      expect(dna.edges[i].weight).toBeCloseTo(weight / (a.activity * b.activity), 12);
    }
  });

  it('counts at each node its positions', async () => {
    const { nodes } = await queryNetwork(
      '',
      `nodes { key activity subject { ... on Actor { slug } }
         positions(first: 100) { totalCount nodes { id value party { slug } } } }`,
    );

    expect(nodes.map(({ key }: Loose) => key)).toEqual(SORTED);
    for (const { key, subject, activity, positions } of nodes) {
      expect(subject.slug).toBe(key);
      expect(activity).toBe(Object.values(values[key] ?? {}).flat().length);
      expect(positions.totalCount).toBe(activity);
      expect(positions.nodes.every(({ party }: Loose) => party.slug === key)).toBe(true);
    }
  });

  it('lists for an edge the positions of both actors on shared conditions', async () => {
    const { edges } = await queryNetwork(
      'filter: { channels: [PUBLIC] }, weight: IGNORE',
      `edges { a { key } b { key } weight positions(first: 100) { totalCount
         nodes { party { slug } channel condition { code } statedOn } } }`,
    );

    expect(edges.length).toBeGreaterThan(0);
    for (const { a, b, weight, positions } of edges) {
      const count = (key: string, code: string): number =>
        positions.nodes.filter((p: Loose) => p.party.slug === key && p.condition.code === code)
          .length;
      const codes = [...new Set<string>(positions.nodes.map((p: Loose) => p.condition.code))];
      const days = positions.nodes.map(({ statedOn }: Loose) => statedOn);
      const pairs = codes.map((code) => count(a.key, code) * count(b.key, code));
      expect(pairs.every((each) => each > 0)).toBe(true);
      expect(weight).toBe(pairs.reduce((sum, each) => sum + each, 0));
      expect(days).toEqual(days.toSorted());
      expect(positions.nodes.every(({ channel }: Loose) => channel === 'PUBLIC')).toBe(true);
    }
  });

  it('has two-mode edges that match the cells of the comparison', async () => {
    const { nodes, edges } = await queryNetwork(
      'mode: TWO_MODE, weight: SUBTRACT',
      `nodes { key activity subject { __typename } }
       edges { ${EDGES} positions { totalCount } }`,
    );

    const codes = Object.keys(values['hamas'] ?? {});
    expect(nodes.map(({ key }: Loose) => key)).toEqual([...SORTED, ...codes]);
    expect(nodes.map(({ subject }: Loose) => subject['__typename'])).toEqual([
      ...SORTED.map(() => 'Actor'),
      ...codes.map(() => 'Condition'),
    ]);
    expect(
      edges.map(({ a, b, weight, positions }: Loose) => [
        a.key,
        b.key,
        weight,
        positions.totalCount,
      ]),
    ).toEqual(
      SORTED.flatMap((party) =>
        Object.entries(values[party] ?? {}).flatMap(([code, all]) =>
          all.length === 0 ? [] : [[party, code, all.reduce((x, y) => x + y, 0), all.length]],
        ),
      ),
    );
  });

  it('joins conditions by parties with statements on both', async () => {
    const { nodes, edges } = await queryNetwork(
      'mode: CONDITIONS, weight: IGNORE, conditions: ["CONTACT", "RECOGNITION"]',
      `nodes { key } edges { ${EDGES} positions { totalCount } }`,
    );

    const product = PARTIES.map((party) => {
      const of = (code: string): number => values[party]?.[code]?.length ?? 0;
      return of('CONTACT') * of('RECOGNITION');
    }).reduce((sum, each) => sum + each, 0);
    expect(nodes.map(({ key }: Loose) => key)).toEqual(['CONTACT', 'RECOGNITION']);
    expect(edges).toMatchObject([
      { a: { key: 'CONTACT' }, b: { key: 'RECOGNITION' }, weight: product },
    ]);
  });

  it('returns for each window the network filtered to its days', async () => {
    const { windows } = await queryNetwork(
      'weight: CONGRUENCE, duplicates: RANGE, windows: { unit: YEARS, size: 2, step: 1 }',
      `windows { from to nodes { key activity positions { totalCount } } edges { ${EDGES} } }`,
    );

    expect(windows.length).toBeGreaterThan(3);
    expect(windows.every(({ from }: Loose) => from.endsWith('-01-01'))).toBe(true);
    expect(windows.some(({ edges }: Loose) => edges.length > 0)).toBe(true);
    for (const { from, to, nodes, edges } of windows) {
      const alone = await queryNetwork(
        `weight: CONGRUENCE, duplicates: RANGE, filter: { statedFrom: "${from}", statedTo: "${to}" }`,
        `nodes { key activity positions { totalCount } } edges { ${EDGES} }`,
      );
      expect({ nodes, edges }).toEqual(alone);
      expect(
        nodes.every(({ activity, positions }: Loose) => activity === positions.totalCount),
      ).toBe(true);
    }
  });

  it('aligns windows with the dates of the filter', async () => {
    const { windows } = await queryNetwork(
      'windows: { unit: MONTHS, size: 1 }, filter: { statedFrom: "2006-01-31", statedTo: "2006-04-01" }',
      'windows { from to }',
    );

    expect(windows).toEqual([
      { from: '2006-01-31', to: '2006-02-27' },
      { from: '2006-02-28', to: '2006-03-30' },
      { from: '2006-03-31', to: '2006-04-29' },
    ]);
  });

  it('omits edges below the threshold', async () => {
    const { edges } = await queryNetwork('weight: SUBTRACT', `edges { ${EDGES} }`);
    const strongest = Math.max(...edges.map(({ weight }: Loose) => Math.abs(weight)));

    const strong = await queryNetwork(
      `weight: SUBTRACT, threshold: ${strongest}`,
      `edges { ${EDGES} }`,
    );

    expect(strong.edges).toEqual(
      edges.filter(({ weight }: Loose) => Math.abs(weight) === strongest),
    );
    expect(strong.edges.length).toBeLessThan(edges.length);
  });

  it('includes requested actors without statements as nodes', async () => {
    const { nodes, edges, windows } = await queryNetwork(
      'filter: { statedTo: "1990-01-01" }, windows: { unit: YEARS, size: 1 }',
      'nodes { key activity positions { totalCount } } edges { weight } windows { from }',
    );

    expect(nodes).toEqual(
      SORTED.map((key) => ({ key, activity: 0, positions: { totalCount: 0 } })),
    );
    expect(edges).toEqual([]);
    expect(windows).toEqual([]);
  });

  it('returns a citation of its revision', async () => {
    const { revision, citation } = await queryNetwork(
      'weight: CONGRUENCE',
      'revision citation { title url }',
    );

    expect(revision).toBe(1);
    expect(citation.title).toMatch(
      /^Actor congruence network of United States, Russia,? and Hamas on /,
    );
    expect(new URL(citation.url).searchParams.get('query')).toContain('revision:1');
  });
});

describe('Query.network without named actors', () => {
  const corpus = useCorpus();

  it.each([
    ['PARTY', 'party'],
    ['HOLDER', 'holder'],
  ])('has a node for each %s with statements', async (groupBy, field) => {
    const { data } = await corpus.ask(`{
      network(groupBy: ${groupBy}, weight: IGNORE) { nodes { key activity } }
      positions(first: 100) { totalCount nodes { ${field} { slug } } } }`);

    const byActor = Map.groupBy(data.positions.nodes, (p: Loose) => p[field].slug);
    expect(data.positions.totalCount).toBe(data.positions.nodes.length);
    expect(data.network.nodes).toEqual(
      [...byActor]
        .map(([key, all]) => ({ key, activity: all.length }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });
});

const COUNCIL = `  - id: council-waits
    holder: port-council
    statedOn: 2009-03-01
    channel: UNKNOWN
    wording: PARAPHRASE
    quote: ${QUOTE}
    attribution:
      - { speaker: port-council, channel: UNKNOWN }
      - { speaker: evening-gazette, channel: PUBLIC }
    positions:
      - condition: CLOSED_QUAY
        stance: NONCOMMITTAL
        summary: The council takes no side.
`;

describe('Query.network on a codebook with a shorter scale', () => {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    const folder = await writeFiles({
      ...QUAY_CORPUS,
      'coding.yaml': `${CODING}${COUNCIL}`,
    });
    await importPaths(corpus.store, {
      paths: Object.keys(QUAY_CORPUS).map((name) => join(folder, name)),
      author: 'a tester',
      message: 'The quay',
      dryRun: false,
    });
  });

  it('uses the range of the scale that the codebook declares', async () => {
    const { data, errors } = await corpus.ask(`{ network(codebook: "quay-terms", weight: CONFLICT) {
      nodes { key activity } edges { a { key } b { key } weight } } }`);

    expect(errors).toBeUndefined();
    // Only −2 and 0 occur on the condition; the scale ranges from −2 to 2.
    expect(data.network.edges).toEqual([
      { a: { key: 'pilots-guild' }, b: { key: 'port-council' }, weight: 0.5 },
    ]);
  });
});

describe('Query.network input validation', () => {
  const corpus = useCorpus();

  it.each([
    ['mode: TWO_MODE, weight: CONFLICT', ['weight'], /IGNORE or SUBTRACT/],
    ['mode: TWO_MODE, normalisation: COSINE', ['normalisation'], /ACTIVITY or PROMINENCE/],
    ['normalisation: PROMINENCE', ['normalisation'], /AVERAGE_ACTIVITY/],
    ['weight: CONFLICT, normalisation: JACCARD', ['normalisation'], /DNA_JACCARD/],
    ['normalisation: COSINE', ['normalisation'], /CONGRUENCE or IGNORE/],
    ['actors: ["hamas"], groupBy: PARTY', ['groupBy'], /Omit groupBy/],
    ['threshold: -0.5', ['threshold'], /0 or more/],
    ['windows: { unit: DAYS, size: 0 }', ['windows', 'size'], /from 1 to/],
    ['windows: { unit: DAYS, size: 1, step: -1 }', ['windows', 'step'], /from 1 to/],
    ['windows: { unit: DAYS, size: 30, step: 1 }', ['windows', 'step'], /more than 500 windows/],
    [
      'groupBy: HOLDER, windows: { unit: DAYS, size: 20000, step: 12 }, filter: { statedFrom: "2000-01-01" }',
      ['actors'],
      /Name fewer actors/,
    ],
  ])('rejects, naming valid values: %s', async (args, input, message) => {
    const { errors } = await corpus.ask(`{ network(${args}) { nodes { key } } }`);

    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', input });
  });

  it('rejects an unknown actor by name', async () => {
    const { errors } = await corpus.ask('{ network(actors: ["hamas", "rusia"]) { revision } }');

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'UNKNOWN_ACTOR',
      input: ['actors', 1],
    });
  });

  it('rejects an operation above the maximum cost, and accepts it with smaller pages', async () => {
    const [large, small] = [await corpus.ask(opened(1000)), await corpus.ask(opened(2))];

    expect(large.errors?.[0]?.extensions?.code).toBe('TOO_COSTLY');
    expect(small.errors).toBeUndefined();
  });
});

/** Query for every edge between holders, with a page of positions of this size. */
function opened(first: number): string {
  return `{ network(groupBy: HOLDER) { edges { a { key } b { key } weight positions(first: ${first}) { nodes { id } } } } }`;
}

function valuesOf(comparison: Loose): Values {
  return Object.fromEntries(
    comparison.rows.map(({ actor, cells }: Loose) => [
      actor.slug,
      Object.fromEntries(
        cells.map(({ condition, positions }: Loose) => [
          condition.code,
          positions.nodes.map(({ value }: Loose) => value),
        ]),
      ),
    ]),
  );
}

/** The weight of two actors as a sum over pairs of their positions, with the range 4 of the scale. */
function pairwise(
  values: Values,
  a: string,
  b: string,
  weight: 'IGNORE' | 'CONGRUENCE' | 'CONFLICT' | 'SUBTRACT',
): number {
  let sum = 0;
  for (const [code, ofA] of Object.entries(values[a] ?? {})) {
    for (const k of ofA) {
      for (const l of values[b]?.[code] ?? []) {
        const apart = Math.abs(k - l) / 4;
        sum += { IGNORE: 1, CONGRUENCE: 1 - apart, CONFLICT: apart, SUBTRACT: 1 - 2 * apart }[
          weight
        ];
      }
    }
  }
  return sum;
}
