import { beforeAll, describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const FIELDS = `id statedOn channel retellings wording modality coder
  condition { code } party { slug } holder { slug }
  document { kind release createdAt correspondents { role actor { slug } } }`;

type Keep = (position: Loose) => boolean;

/** Each field alone, as written in a query, and the matching predicate on a position. */
const FILTERS: readonly (readonly [string, Keep])[] = [
  ['statedFrom: "2007-02-27"', (p) => p.statedOn >= '2007-02-27'],
  ['statedTo: "2007-02-27"', (p) => p.statedOn <= '2007-02-27'],
  [
    'statedFrom: "2009-07-15", statedTo: "2009-07-16"',
    (p) => p.statedOn >= '2009-07-15' && p.statedOn <= '2009-07-16',
  ],
  ['channels: [PUBLIC]', (p) => p.channel === 'PUBLIC'],
  ['channels: [PRIVATE, UNKNOWN]', (p) => ['PRIVATE', 'UNKNOWN'].includes(p.channel)],
  ['maxRetellings: 0', (p) => p.retellings === 0],
  ['maxRetellings: 1', (p) => p.retellings <= 1],
  ['wordings: [VERBATIM]', (p) => p.wording === 'VERBATIM'],
  ['modalities: [DENIED]', (p) => p.modality === 'DENIED'],
  ['documentKinds: [NEWS_ARTICLE]', (p) => p.document.kind === 'NEWS_ARTICLE'],
  ['documentKinds: [CABLE, EMAIL]', (p) => ['CABLE', 'EMAIL'].includes(p.document.kind)],
  ['releases: [LEAK]', (p) => p.document.release === 'LEAK'],
  ['releases: [PRESS, FOIA]', (p) => ['PRESS', 'FOIA'].includes(p.document.release)],
  ['coders: ["founding-coders"]', (p) => p.coder === 'founding-coders'],
];

describe('PositionFilter', () => {
  const corpus = useCorpus();
  let all: Loose[];
  beforeAll(async () => {
    all = (await list('{}')).nodes;
  });

  async function list(filter: string) {
    const { data, errors } = await corpus.ask(
      `{ positions(first: 100, filter: ${filter}) { totalCount nodes { ${FIELDS} } } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.positions;
  }

  it.each(FILTERS)('returns matching positions in order: %s', async (filter, keep) => {
    const found = await list(`{ ${filter} }`);

    expect(ids(found.nodes)).toEqual(ids(all.filter(keep)));
    expect(found.totalCount).toBe(found.nodes.length);
  });

  it('is tested with cases that match some positions and not others', () => {
    const kept = FILTERS.filter(([filter]) => !filter.startsWith('coders')).map(
      ([, keep]) => all.filter(keep).length,
    );

    expect(Math.min(...kept)).toBeGreaterThan(0);
    expect(Math.max(...kept)).toBeLessThan(all.length);
  });

  it('combines any two fields by intersection', async () => {
    const pairs = FILTERS.flatMap(([a, keepA], i) =>
      FILTERS.slice(i + 1)
        .filter(([b]) => nameOf(a).every((name) => !nameOf(b).includes(name)))
        .map(([b, keepB]) => ({ filter: `${a}, ${b}`, keep: (p: Loose) => keepA(p) && keepB(p) })),
    );

    expect(pairs.length).toBeGreaterThan(60);
    for (const { filter, keep } of pairs) {
      const { nodes } = await list(`{ ${filter} }`);

      expect(ids(nodes)).toEqual(ids(all.filter(keep)));
    }
  });

  it('matches reportedBy against the party of the author', async () => {
    const partyOf = await partiesOfAuthors();

    for (const party of ['united-states', 'russia', 'washington-post']) {
      const found = await list(`{ reportedBy: ["${party}"] }`);
      const expected = all.filter((p) => partyOf(p).includes(party));

      expect(ids(found.nodes)).toEqual(ids(expected));
    }
    expect((await list('{ reportedBy: ["united-states"] }')).totalCount).toBeGreaterThan(20);
    expect((await list('{ reportedBy: ["russia"] }')).totalCount).toBe(0);
  });

  it('matches reportedBy against the author and every actor it spoke for', async () => {
    const [embassy, department, state] = await Promise.all(
      ['us-embassy-moscow', 'us-state-department', 'united-states'].map((slug) =>
        list(`{ reportedBy: ["${slug}"] }`),
      ),
    );

    expect(embassy.totalCount).toBe(
      all.filter((p) =>
        p.document.correspondents.some(
          ({ role, actor }: Loose) => role === 'AUTHOR' && actor?.slug === 'us-embassy-moscow',
        ),
      ).length,
    );
    expect(department.totalCount).toBeGreaterThan(embassy.totalCount);
    expect(state.totalCount).toBe(department.totalCount);
  });

  async function partiesOfAuthors() {
    const authors = all.flatMap((p) =>
      p.document.correspondents
        .filter(({ role, actor }: Loose) => role === 'AUTHOR' && actor)
        .map(({ actor }: Loose) => `${actor.slug} ${p.document.createdAt.slice(0, 10)}`),
    );
    const asked = [...new Set<string>(authors)].map((pair) => pair.split(' '));
    const { data } = await corpus.ask(
      `{ ${asked.map(([slug, on], i) => `a${i}: actor(slug: "${slug}") { party(on: "${on}") { slug } }`).join('\n')} }`,
    );
    const parties = new Map(asked.map((pair, i) => [pair.join(' '), data[`a${i}`].party.slug]));
    return (p: Loose): string[] =>
      p.document.correspondents
        .filter(({ role, actor }: Loose) => role === 'AUTHOR' && actor)
        .map(({ actor }: Loose) =>
          parties.get(`${actor.slug} ${p.document.createdAt.slice(0, 10)}`),
        );
  }

  it.each([
    'channels',
    'wordings',
    'modalities',
    'documentKinds',
    'releases',
    'reportedBy',
    'coders',
  ])('matches nothing with an empty list: %s', async (field) => {
    const found = await list(`{ ${field}: [] }`);

    expect(found).toEqual({ totalCount: 0, nodes: [] });
  });

  it('ignores null fields', async () => {
    const found = await list(
      '{ statedFrom: null, channels: null, maxRetellings: null, reportedBy: null, coders: null }',
    );

    expect(ids(found.nodes)).toEqual(ids(all));
  });

  it('selects the same positions in a comparison as in a list', async () => {
    const filters = ['{}', ...FILTERS.map(([filter]) => `{ ${filter} }`)];

    for (const filter of filters) {
      const { data } = await corpus.ask(
        `{ comparison(actors: ["russia"], filter: ${filter}) { rows { cells { positions(first: 100) { nodes { id } } } } }
           positions(first: 100, actors: ["russia"], filter: ${filter}) { nodes { id } } }`,
      );
      const inCells = data.comparison.rows[0].cells.flatMap((cell: Loose) =>
        ids(cell.positions.nodes),
      );

      expect(new Set(inCells)).toEqual(new Set(ids(data.positions.nodes)));
      expect(inCells).toHaveLength(data.positions.nodes.length);
    }
  });
});

function ids(positions: readonly Loose[]): string[] {
  return positions.map(({ id }) => id);
}

function nameOf(filter: string): string[] {
  return [...filter.matchAll(/(\w+):/g)].map(([, name = '']) => name);
}
