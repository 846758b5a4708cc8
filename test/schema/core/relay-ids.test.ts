import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

const NODES = `{
  actors(first: 100) { nodes { type: __typename id } }
  codebooks { nodes { type: __typename id conditions { type: __typename id } } }
  documents { nodes { type: __typename id } }
  positions(first: 100) { nodes { type: __typename id } }
  revisions { nodes { type: __typename id } }
}`;

const globalId = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

describe('global IDs', () => {
  const corpus = useCorpus();

  async function everyNode(): Promise<Loose[]> {
    const { data } = await corpus.ask(NODES);
    return [
      ...Object.values<Loose>(data).flatMap(({ nodes }) => nodes),
      ...data.codebooks.nodes.flatMap(({ conditions }: Loose) => conditions),
    ].map(({ type, id }) => ({ type, id }));
  }

  it('return objects of every type through nodes, in the requested order', async () => {
    const things = await everyNode();

    const { data } = await corpus.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { type: __typename id } }',
      { ids: things.map(({ id }) => id) },
    );

    expect(new Set(things.map((thing) => thing.type))).toEqual(
      new Set(['Actor', 'Codebook', 'Condition', 'Document', 'Position', 'Revision']),
    );
    expect(data.nodes).toEqual(things);
  });

  it('return an object of each type through node', async () => {
    const ofType = new Map((await everyNode()).map((thing) => [thing.type, thing]));

    const answers = await Promise.all(
      [...ofType.values()].map(({ id }) =>
        corpus.ask('query ($id: ID!) { node(id: $id) { type: __typename id } }', { id }),
      ),
    );

    expect(answers.map(({ data }) => data.node)).toEqual([...ofType.values()]);
  });

  it('are unique', async () => {
    const ids = (await everyNode()).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    'Actor:nobody',
    'Codebook:quartet-principles@2',
    'Codebook:quartet-principles',
    'Condition:quartet-principles@1/NOTHING',
    'Document:99NOWHERE1',
    'Position:a/b/c/d',
    'Revision:0',
    'Revision:2',
    'Revision:01',
    'Revision:0x1',
    'Revision:1e0',
    'Revision:99999999999999999999',
  ])('return null for an object that does not exist: %s', async (text) => {
    const { data, errors } = await corpus.ask(
      'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }',
      { id: globalId(text) },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null, nodes: [null] });
  });

  it.each([
    ['an empty one', ''],
    ['not base64', 'garbage!'],
    ['a slug', 'hamas'],
    ['no key', globalId('Actor:')],
    ['no type', globalId(':hamas')],
    ['an unknown type', globalId('Spaceship:1')],
    ['a type that is not a node', globalId('Evidence:1')],
    ['the interface itself', globalId('Node:1')],
    ['a property of every JavaScript object', globalId('constructor:1')],
    ['a NUL', globalId('Position:a\0b')],
    ['bytes that are not UTF-8', Buffer.from([0x41, 0x3a, 0xff]).toString('base64')],
    ['non-canonical base64', `${globalId('Actor:hamas')}=`],
  ])('are rejected if malformed or of another type: %s', async (_what, id) => {
    const one = await corpus.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    const many = await corpus.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [globalId('Actor:hamas'), id],
    });

    expect(one.errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['id'] });
    expect(many.errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['ids', 1] });
  });

  it('of another type are rejected by Query.position', async () => {
    const { errors } = await corpus.ask('query ($id: ID!) { position(id: $id) { id } }', {
      id: globalId('Actor:hamas'),
    });

    expect(errors?.[0]?.message).toContain('type Actor');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', input: ['id'] });
  });

  it('are limited to 250 in nodes', async () => {
    const { errors } = await corpus.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 251 }, () => globalId('Actor:hamas')),
    });

    expect(errors?.[0]?.extensions).toEqual({
      code: 'LIST_TOO_LONG',
      input: ['variables', 'ids'],
    });
  });
});
