import { beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { latestRevision } from '#src/store/read/latest-revision.ts';
import { CODING, EXCERPTS, QUAY_CORPUS, QUOTE, writeFiles } from '#test/app/import/quay-corpus.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

/** Tom Arden was a master of the guild until the end of June 2008, and of the council's from July. */
const ACTORS = `actors:
  - { slug: port-council, name: Port Council, kind: ORGANISATION }
  - { slug: pilots-guild, name: Pilots' Guild, kind: ORGANISATION }
  - slug: north-pilots
    name: North Pilots
    kind: ORGANISATION
    affiliations: [{ organisation: pilots-guild }]
  - slug: tom-arden
    name: Tom Arden
    kind: PERSON
    affiliations:
      - { organisation: north-pilots, from: 2000-03-01, to: 2008-06-30, role: master }
      - { organisation: port-council, from: 2008-07-01, to: 2009-06-30, role: clerk }
      - { organisation: pilots-guild, from: 2010-01-01, role: elder }
  - slug: mara-quill
    name: Mara Quill
    kind: PERSON
    affiliations:
      - { organisation: pilots-guild, from: 2003, to: 2006 }
      - { organisation: port-council, from: 2008-03 }
  - slug: ferry-line
    name: Ferry Line
    kind: ORGANISATION
    affiliations: [{ organisation: port-council, from: 2005-01-01 }]
  - slug: rosa-lind
    name: Rosa Lind
    kind: PERSON
    affiliations: [{ organisation: pilots-guild }]
  - { slug: evening-gazette, name: The Evening Gazette, kind: MEDIA_OUTLET }
`;

/** What each statement is dated, and for whom it was. */
const DATES = [
  ['in-a-month-within', 'tom-arden', '2008-05', false, 'pilots-guild', true],
  ['in-the-year-of-the-change', 'tom-arden', '2008', false, 'pilots-guild', false],
  ['on-the-last-day', 'tom-arden', '2008-06-30', false, 'pilots-guild', true],
  ['on-the-first-day', 'tom-arden', '2008-07-01', false, 'port-council', true],
  ['on-or-before', 'tom-arden', '2008-07-01', true, 'port-council', false],
  ['before-the-first', 'tom-arden', '1999-12-31', false, 'pilots-guild', false],
  ['between-two', 'tom-arden', '2009-07-01', false, 'tom-arden', true],
  ['a-body-before-the-first', 'ferry-line', '2004-12-31', false, 'ferry-line', false],
  ['a-body-after', 'ferry-line', '2005', false, 'port-council', true],
  ['never-changed', 'rosa-lind', '2005', true, 'pilots-guild', true],
  ['year-of-joining', 'mara-quill', '2003-06-01', false, 'pilots-guild', false],
  ['year-between', 'mara-quill', '2004-06-01', false, 'pilots-guild', true],
  ['year-of-leaving', 'mara-quill', '2006-06-01', false, 'pilots-guild', false],
  ['year-without', 'mara-quill', '2007', false, 'mara-quill', true],
  ['month-of-joining', 'mara-quill', '2008-03-30', false, 'port-council', false],
  ['month-after', 'mara-quill', '2008-04', false, 'port-council', true],
] as const;

const [HEAD = '', STATEMENT = ''] = CODING.split(/(?=  - id: master-waits)/);
const SENTENCE = (id: string): string => `The ${id} of the master was heard in the harbour.`;

const statement = ([id, holder, date, onOrBefore]: (typeof DATES)[number]): string =>
  STATEMENT.replace('master-waits', id)
    .replaceAll('tom-arden', holder)
    .replace('statedOn: 2009-02-28', `statedOn: ${date}\n    onOrBefore: ${onOrBefore}`)
    .replace(QUOTE, SENTENCE(id))
    .replace('stance: REJECTS', id.startsWith('on') ? 'stance: UPHOLDS' : 'stance: REJECTS');

const FILES = {
  ...QUAY_CORPUS,
  'actors.yaml': ACTORS,
  'article.yaml': `${EXCERPTS.replace('createdAt: 2009', 'createdAt: 2011')}${DATES.map(([id]) => `  - ${SENTENCE(id)}\n`).join('')}`,
  'coding.yaml': `${HEAD}${DATES.map(statement).join('')}`,
};

const PARTIES = `query ($r: Int) {
  positions(conditions: ["CLOSED_QUAY"], codebook: "quay-terms", revision: $r) {
    nodes { summary evidence { exact } party { slug } partyCertain onBehalfOf { slug } }
  }
}`;

const FIGURES = `query ($actors: [String!]!) {
  named: comparison(actors: $actors, conditions: ["CLOSED_QUAY"], codebook: "quay-terms") {
    uncertainPartyCount
    rows { actor { slug } uncertainPartyCount cells { count uncertainPartyCount positions { nodes { party { slug } partyCertain } } } }
    divergences { a { slug } b { slug } uncertainPartyCount }
  }
  grouped: comparison(groupBy: PARTY, conditions: ["CLOSED_QUAY"], codebook: "quay-terms") {
    rows { actor { slug } cells { count uncertainPartyCount } }
  }
  timeline(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms") {
    uncertainPartyCount positions { totalCount }
  }
  discrepancies(actor: "pilots-guild", condition: "CLOSED_QUAY", codebook: "quay-terms") {
    positionCount uncertainPartyCount
  }
  network(conditions: ["CLOSED_QUAY"], codebook: "quay-terms") {
    nodes { key activity uncertainPartyCount }
    edges { a { key } b { key } uncertainPartyCount positions { totalCount } }
  }
  holders: network(conditions: ["CLOSED_QUAY"], codebook: "quay-terms", groupBy: HOLDER) {
    nodes { key uncertainPartyCount }
  }
}`;

function cells(comparison: { rows: { actor: { slug: string }; cells: object[] }[] }) {
  return Object.fromEntries(comparison.rows.map(({ actor, cells: [cell] }) => [actor.slug, cell]));
}

describe('the party of a position', () => {
  const corpus = useOwnCorpus();
  const write = async (files: Record<string, string>): Promise<number> => {
    const paths = [await writeFiles(files)];
    await importPaths(corpus.store, { paths, author: 'test', dryRun: false });
    return latestRevision(corpus.store.sql);
  };
  const ask = async (query: string, variables: object = {}) => {
    const { data, errors } = await corpus.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const parties = async (variables: object = {}) => {
    const { positions } = await ask(PARTIES, variables);
    return Object.fromEntries(
      positions.nodes.map(
        ({ evidence, party, partyCertain }: Record<string, never>) =>
          // oxlint-disable-next-line typescript/no-explicit-any
          [(evidence as any)[0].exact.split(' ')[1], [(party as any).slug, partyCertain]] as const,
      ),
    );
  };
  let first = 0;
  beforeAll(async () => {
    first = await write(FILES);
  });

  const expected = Object.fromEntries(
    DATES.map(([id, , , , party, certain]) => [id, [party, certain]]),
  );

  it('is certain only if it is the same on every day that the date can mean', async () => {
    expect(await parties()).toEqual(expected);
  });

  it('has its uncertain positions counted beside every figure that counts them', async () => {
    const actors = ['pilots-guild', 'port-council', 'tom-arden', 'ferry-line'];
    const { named, grouped, timeline, discrepancies, network, holders } = await ask(FIGURES, {
      actors,
    });

    expect(cells(named)).toMatchObject({
      'pilots-guild': { count: 8, uncertainPartyCount: 4 },
      'port-council': { count: 5, uncertainPartyCount: 2 },
      // They hold these themselves, whoever their party was.
      'tom-arden': { count: 7, uncertainPartyCount: 0 },
      'ferry-line': { count: 2, uncertainPartyCount: 0 },
    });
    expect(named.uncertainPartyCount).toBe(6);
    expect(named.divergences[0]).toEqual({
      a: { slug: 'pilots-guild' },
      b: { slug: 'port-council' },
      uncertainPartyCount: 6,
    });
    expect(cells(grouped)).toEqual({
      'pilots-guild': { count: 8, uncertainPartyCount: 4 },
      'port-council': { count: 5, uncertainPartyCount: 2 },
      'tom-arden': { count: 1, uncertainPartyCount: 0 },
      'mara-quill': { count: 1, uncertainPartyCount: 0 },
      'ferry-line': { count: 1, uncertainPartyCount: 1 },
    });
    expect(timeline).toEqual({ uncertainPartyCount: 4, positions: { totalCount: 8 } });
    expect(discrepancies).toEqual({ positionCount: 8, uncertainPartyCount: 4 });
    expect(network.nodes).toEqual([
      { key: 'ferry-line', activity: 1, uncertainPartyCount: 1 },
      { key: 'mara-quill', activity: 1, uncertainPartyCount: 0 },
      { key: 'pilots-guild', activity: 8, uncertainPartyCount: 4 },
      { key: 'port-council', activity: 5, uncertainPartyCount: 2 },
      { key: 'tom-arden', activity: 1, uncertainPartyCount: 0 },
    ]);
    expect(network.edges).toContainEqual({
      a: { key: 'pilots-guild' },
      b: { key: 'port-council' },
      uncertainPartyCount: 6,
      positions: { totalCount: 13 },
    });
    expect(
      holders.nodes.every(
        (node: { uncertainPartyCount: number }) => node.uncertainPartyCount === 0,
      ),
    ).toBe(true);
  });

  it('is certain for an actor on a day if the affiliations say so', async () => {
    const days = ['2002-12-31', '2003-01-01', '2003-12-31', '2006-12-31', '2007-01-01'];

    const { actor } = await ask(
      `{ actor(slug: "mara-quill") { ${days
        .map((day, i) => `p${i}: party(on: "${day}") { slug } c${i}: partyCertain(on: "${day}")`)
        .join(' ')} } }`,
    );

    expect(days.map((_, i) => [actor[`p${i}`].slug, actor[`c${i}`]])).toEqual([
      ['pilots-guild', false],
      ['pilots-guild', false],
      ['pilots-guild', true],
      ['pilots-guild', false],
      ['mara-quill', true],
    ]);
  });

  it('stays as it was at an old revision when affiliations change', async () => {
    await write({
      'actors.yaml': ACTORS.replace('from: 2000-03-01, to: 2008-06-30', 'from: 2000-03-01'),
    });

    expect(await parties({ r: first })).toEqual(expected);
    expect(await parties()).toMatchObject({ 'between-two': ['pilots-guild', true] });
  });
});
