import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

describe('Query.search', () => {
  const corpus = useCorpus();

  async function search(query: string, page = 'first: 100') {
    const { data, errors } = await corpus.ask(
      `query ($query: String!) { search(query: $query, ${page}) {
        totalCount
        edges { cursor }
        nodes { score snippet subject {
          kind: __typename
          ... on Actor { id slug }
          ... on Document { id reference }
          ... on Passage { text document { reference } }
          ... on Position { id summary }
        } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`,
      { query },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.search;
  }
  const words = async (query: string): Promise<string> =>
    JSON.stringify((await search(query)).nodes.map(textOf)).toLowerCase();

  it.each([
    'Mishal',
    'Meshal',
    'Mashaal',
    'Meshaal',
    'Khaled Mashal',
    'khaled MISHAL',
    '\u202eMashaal\u202c',
  ])('finds the actor and texts that spell him Mishal under %s', async (spelling) => {
    const { nodes } = await search(spelling);

    const passages = nodes.filter(({ subject }: Loose) => subject.kind === 'Passage');
    const positions = nodes.filter(({ subject }: Loose) => subject.kind === 'Position');
    expect(nodes[0].subject).toMatchObject({ kind: 'Actor', slug: 'khaled-mishal' });
    expect(passages.some(({ subject }: Loose) => subject.text.includes('Mishal'))).toBe(true);
    expect(passages[0].snippet).toContain('<mark>');
    expect(positions.some(({ subject }: Loose) => subject.summary.includes('Mishal'))).toBe(true);
  });

  it('finds Mahmoud Abbas under his alias', async () => {
    const { nodes } = await search('Abu Mazen');

    expect(nodes[0].subject.slug).toBe('mahmoud-abbas');
    expect(nodes.some(({ subject }: Loose) => subject.summary?.includes('Abbas') === true)).toBe(
      true,
    );
  });

  it('finds a name together with a word', async () => {
    const { nodes } = await search('Mashaal recognise');

    const texts = nodes.map(textOf).map((text: string) => text.toLowerCase());
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toMatch(/recogni[sz]/);
    expect(texts.some((text: string) => text.includes('mishal'))).toBe(true);
  });

  it('matches quoted words as a phrase', async () => {
    const phrase = await search('"press conference"');
    const scattered = await search('"conference press"');

    expect(phrase.totalCount).toBeGreaterThan(0);
    for (const node of phrase.nodes) expect(textOf(node)).toMatch(/press\s+conference/i);
    expect(scattered.totalCount).toBe(0);
  });

  it('supports or, and - for exclusion', async () => {
    const [mecca, rocket, either, without] = await Promise.all(
      ['mecca', 'rocket', 'mecca or rocket', 'mecca -negotiations'].map((q) => search(q)),
    );

    expect(mecca.totalCount).toBeGreaterThan(0);
    expect(rocket.totalCount).toBeGreaterThan(0);
    expect(either.totalCount).toBeGreaterThan(Math.max(mecca.totalCount, rocket.totalCount));
    expect(without.totalCount).toBeGreaterThan(0);
    expect(without.totalCount).toBeLessThan(mecca.totalCount);
    expect(await words('mecca -negotiations')).not.toContain('negotiation');
  });

  it('orders actors by score, then texts by score', async () => {
    const { nodes } = await search('Moscow');

    const actors = nodes.filter(({ subject }: Loose) => subject.kind === 'Actor');
    const texts = nodes.filter(({ subject }: Loose) => subject.kind !== 'Actor');
    expect(nodes).toEqual([...actors, ...texts]);
    for (const group of [actors, texts]) {
      const scores = group.map(({ score }: Loose) => score);
      expect(new Set(scores).size).toBeGreaterThan(1);
      expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    }
  });

  it('returns the same hits paged forwards', async () => {
    const whole = await search('Hamas');
    const read: Loose[] = [];

    let after = '';
    for (let more = true; more; ) {
      const found = await search('Hamas', `first: 7${after}`);
      expect(found.totalCount).toBe(whole.totalCount);
      expect(found.pageInfo.hasPreviousPage).toBe(after !== '');
      read.push(...found.nodes);
      more = found.pageInfo.hasNextPage;
      after = `, after: "${found.pageInfo.endCursor}"`;
    }

    expect(whole.totalCount).toBeGreaterThan(20);
    expect(read).toHaveLength(whole.totalCount);
    expect(read.slice(0, 100)).toEqual(whole.nodes);
  });

  it('returns the same hits paged backwards', async () => {
    const whole = await search('Hamas');
    const read: Loose[] = [];

    let before = '';
    for (let more = true; more; ) {
      const found = await search('Hamas', `last: 7${before}`);
      expect(found.pageInfo.hasNextPage).toBe(before !== '');
      read.unshift(...found.nodes);
      more = found.pageInfo.hasPreviousPage;
      before = `, before: "${found.pageInfo.startCursor}"`;
    }

    expect(read).toHaveLength(whole.totalCount);
    expect(read.slice(0, 100)).toEqual(whole.nodes);
  });

  it('pages between after and before', async () => {
    const { edges, nodes } = await search('Hamas', 'first: 10');

    const between = await search(
      'Hamas',
      `after: "${edges[2].cursor}", before: "${edges[7].cursor}"`,
    );

    expect(between.nodes).toEqual(nodes.slice(3, 7));
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it.each([
    ['an empty query', ''],
    ['blanks', ' \t\n '],
    ['stop words', 'the of and'],
    ['operators', '- or "" -" or -'],
    ['punctuation', "%_'\\;--/*()&|!:<->"],
    ['emoji', '🕊️🕊️'],
    ['a word in no text', 'zyzzyva'],
    ['right-to-left text', 'خالد مشعل'],
    ['almost 5,000 letters', 'zyzzyva '.repeat(620)],
  ])('returns no hits for %s', async (_what, query) => {
    expect(await search(query)).toEqual({
      totalCount: 0,
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it.each([
    ['a percent sign', 'Mecca%'],
    ['an apostrophe', "'Mecca'"],
    ['a backslash', '\\Mecca\\'],
    ['an unclosed quotation', '"Mecca'],
  ])('ignores %s beside other words', async (_what, query) => {
    expect(await words(query)).toContain('mecca');
  });

  it('returns no hits with first: 0, and reports further pages', async () => {
    const { nodes, totalCount, pageInfo } = await search('Hamas', 'first: 0');

    expect(nodes).toEqual([]);
    expect(totalCount).toBeGreaterThan(0);
    expect(pageInfo.hasNextPage).toBe(true);
  });

  it.each([
    ['first: -1', 'first'],
    ['first: 101', 'first'],
    ['last: -1', 'last'],
    ['last: 101', 'last'],
  ])('rejects %s', async (args, argument) => {
    const { errors } = await corpus.ask(`{ search(query: "Hamas", ${args}) { totalCount } }`);

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: [argument] });
  });

  it.each(['nonsense', ...['hit:99999', 'hit:01', 'row:1'].map((text) => base64url(text))])(
    'rejects the cursor %s',
    async (cursor) => {
      const after = await corpus.ask(`{ search(query: "a", after: "${cursor}") { totalCount } }`);
      const before = await corpus.ask(
        `{ search(query: "a", last: 1, before: "${cursor}") { totalCount } }`,
      );

      expect(after.errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', input: ['after'] });
      expect(before.errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', input: ['before'] });
    },
  );
});

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function textOf({ subject }: Loose): string {
  return subject.text ?? subject.summary ?? subject.reference ?? subject.slug;
}
