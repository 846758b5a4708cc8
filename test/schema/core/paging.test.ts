import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

const LISTS = [
  ['positions', 'positions(PAGE)', 7],
  ['positions, latest first', 'positions(orderBy: STATED_ON_DESC, PAGE)', 16],
  ['positions of an actor', 'actor(slug: "russia") { list: positions(PAGE)', 5],
  ['positions on a condition', 'condition(code: "CONTACT") { list: positions(PAGE)', 5],
  ['positions in a document', 'document(reference: "07MOSCOW828") { list: positions(PAGE)', 4],
  ['actors', 'actors(PAGE)', 9],
  ['actors by positions', 'actors(orderBy: POSITIONS, PAGE)', 9],
  ['documents', 'documents(PAGE)', 2],
  ['documents by reference', 'documents(orderBy: REFERENCE, PAGE)', 1],
  ['codebooks', 'codebooks(PAGE)', 1],
  ['revisions', 'revisions(orderBy: OLDEST, PAGE)', 1],
] as const;

const cursor = (text: string): string => Buffer.from(text).toString('base64url');

describe('connections', () => {
  const corpus = useCorpus();

  async function page(list: string, args: string) {
    const nested = list.includes('{');
    const { data, errors } = await corpus.ask(
      `{ list: ${list.replace('PAGE', args)} {
          totalCount
          edges { cursor node { id } }
          nodes { id }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        } ${nested ? '}' : ''} }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const found = nested ? data.list.list : data.list;
    expect(found.nodes).toEqual(found.edges.map((edge: { node: unknown }) => edge.node));
    expect(found.pageInfo.startCursor).toBe(found.edges[0]?.cursor ?? null);
    expect(found.pageInfo.endCursor).toBe(found.edges.at(-1)?.cursor ?? null);
    return found;
  }

  it.each(LISTS)(
    'return the whole list paged forwards and backwards: %s',
    async (_name, list, size) => {
      const whole = await page(list, 'first: 100');

      const forwards: string[] = [];
      for (let after = ''; ; ) {
        const found = await page(list, `first: ${size}${after}`);
        forwards.push(...idsOf(found));
        expect(found.totalCount).toBe(whole.totalCount);
        expect(found.pageInfo.hasPreviousPage).toBe(after !== '');
        if (!found.pageInfo.hasNextPage) break;
        after = `, after: "${found.pageInfo.endCursor}"`;
      }
      const backwards: string[] = [];
      for (let before = ''; ; ) {
        const found = await page(list, `last: ${size}${before}`);
        backwards.unshift(...idsOf(found));
        expect(found.pageInfo.hasNextPage).toBe(before !== '');
        if (!found.pageInfo.hasPreviousPage) break;
        before = `, before: "${found.pageInfo.startCursor}"`;
      }

      expect(whole.totalCount).toBeGreaterThan(0);
      expect(idsOf(whole)).toHaveLength(whole.totalCount);
      expect(new Set(idsOf(whole)).size).toBe(whole.totalCount);
      expect(forwards).toEqual(idsOf(whole));
      expect(backwards).toEqual(idsOf(whole));
    },
  );

  it('return 20 items by default', async () => {
    const found = await page('positions(orderBy: STATED_ON_ASC PAGE)', '');

    expect(found.edges).toHaveLength(20);
    expect(found.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('return no items with first: 0, and report further pages', async () => {
    const found = await page('positions(PAGE)', 'first: 0');

    expect(found.edges).toEqual([]);
    expect(found.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  it('page between after and before', async () => {
    const { edges } = await page('positions(PAGE)', 'first: 10');

    const between = await page(
      'positions(PAGE)',
      `after: "${edges[2].cursor}", before: "${edges[7].cursor}"`,
    );
    const nothing = await page(
      'positions(PAGE)',
      `after: "${edges[7].cursor}", before: "${edges[2].cursor}"`,
    );

    expect(between.edges).toEqual(edges.slice(3, 7));
    expect(nothing.edges).toEqual([]);
  });

  it.each([
    ['first: -1', 'first'],
    ['first: 101', 'first'],
    ['last: -1', 'last'],
    ['last: 2000000', 'last'],
  ])('reject %s', async (args, argument) => {
    const { errors } = await corpus.ask(`{ positions(${args}) { totalCount } }`);

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: [argument] });
    expect(errors?.[0]?.message).toContain('from 0 to 100');
  });

  it('reject a page size in a nested list, beside an asynchronous field', async () => {
    const { errors } = await corpus.ask(
      '{ comparison(actors: ["hamas", "russia"]) { rows { cells { latest { summary } positions(first: 101) { totalCount } } } } }',
    );

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['first'] });
  });

  it.each([
    ['empty', 'after: ""', 'after'],
    ['not a cursor', 'after: "nonsense"', 'after'],
    ['in standard base64', 'before: "cm93OjA="', 'before'],
    ['of no item', `after: "${cursor('row:999999999')}"`, 'after'],
    ['of another kind of list', `after: "${cursor('hit:1')}"`, 'after'],
    ['followed by other characters', `after: "${cursor('row:1')}!"`, 'after'],
    ['truncated', `before: "${cursor('row:1').slice(0, -1)}"`, 'before'],
  ])('reject a cursor that is %s', async (_what, args, argument) => {
    const { errors } = await corpus.ask(`{ positions(${args}) { totalCount } }`);

    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR', input: [argument] });
  });

  it('reject a cursor of another list', async () => {
    const { data } = await corpus.ask(
      '{ actor(slug: "hamas") { positions(first: 1) { pageInfo { endCursor } } } }',
    );

    const { errors } = await corpus.ask(
      `{ actor(slug: "russia") { positions(after: "${data.actor.positions.pageInfo.endCursor}") { totalCount } } }`,
    );

    expect(errors?.[0]?.message).toContain('is not a cursor of this list');
    expect(errors?.[0]?.extensions?.input).toEqual(['after']);
  });
});

function idsOf(found: { readonly nodes: readonly { readonly id: string }[] }): string[] {
  return found.nodes.map(({ id }) => id);
}
