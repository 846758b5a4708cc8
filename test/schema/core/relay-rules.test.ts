import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import { useCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';
import { isConnection, nodeTypes, relayViolations } from './relay-rules.ts';

const SOUND = `
  interface Node { id: ID! }
  type Thing implements Node { id: ID! }
  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    things(first: Int, after: String, last: Int, before: String): ThingConnection!
  }
  type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type ThingEdge { cursor: String! node: Thing! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;

describe('Relay conventions', () => {
  it('hold for every connection and node of the schema', () => {
    expect(relayViolations(schema)).toEqual([]);
    expect(Object.values(schema.getTypeMap()).filter(isConnection).length).toBeGreaterThan(15);
    expect(nodeTypes(schema).length).toBeGreaterThan(5);
  });

  it('hold for a valid schema', () => {
    expect(relayViolations(buildSchema(SOUND))).toEqual([]);
  });

  it.each([
    [', last: Int, before: String', '', 'Query.things: last is missing'],
    ['first: Int', 'first: Int!', 'Query.things: first is Int!, not Int'],
    [' totalCount: Int!', '', 'ThingConnection: totalCount is missing'],
    ['pageInfo: PageInfo! ', '', 'ThingConnection: pageInfo is missing'],
    ['edges: [ThingEdge!]!', 'edges: [ThingEdge]', 'ThingConnection: edges is [ThingEdge]'],
    ['cursor: String!', 'cursor: ID!', 'ThingEdge: cursor is ID!, not String!'],
    [' node: Thing!', '', 'ThingEdge has no node'],
    ['hasNextPage: Boolean!', 'hasNextPage: Boolean', 'PageInfo: hasNextPage is Boolean'],
    ['Thing implements Node', 'Thing', 'Thing has an id, but is not a Node'],
    ['nodes(ids: [ID!]!): [Node]!', 'nodes(ids: [ID!]!): [Node!]!', 'Query: nodes is [Node!]!'],
    [/ThingConnection/g, 'ThingList', 'ThingList has edges and pageInfo, but is not named'],
  ])('are violated when %s becomes "%s"', (before, after, violation) => {
    const planted = SOUND.replace(before, after);

    expect(planted).not.toBe(SOUND);
    expect(relayViolations(buildSchema(planted))).toContainEqual(
      expect.stringContaining(violation),
    );
  });
});

describe('global IDs of every node type', () => {
  const corpus = useCorpus();

  it.each(nodeTypes(schema))('return the object through node and nodes: %s', async (type) => {
    const path = pathTo(type);
    const found = await instancesAt(path);
    const ids = found.map(({ id }) => id);

    const { data, errors } = await corpus.ask(
      'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { __typename id } }',
      {
        id: ids[0],
        ids: [...ids.toReversed(), globalId(`${type.name}:nothing`), ids[0]],
      },
    );

    expect(errors).toBeUndefined();
    expect(data.node).toEqual({ __typename: type.name, id: ids[0] });
    expect(data.nodes).toEqual([...found.toReversed(), null, found[0]]);
  });

  /** Each object at the end of a path of fields, once. */
  async function instancesAt(path: readonly string[]): Promise<readonly Loose[]> {
    const { data, errors } = await corpus.ask(
      `{ ${path.join(' { ')} { __typename id ${' }'.repeat(path.length)} }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const objects: readonly Loose[] = path.reduce(
      (at: readonly Loose[], field) => at.flatMap((object) => object[field]),
      [data],
    );
    expect(objects.length).toBeGreaterThan(0);
    return [...new Map(objects.map((object) => [object.id, object])).values()];
  }
});

/** The shortest path of fields without required arguments from a root connection to a type. */
function pathTo(target: GraphQLObjectType): readonly string[] {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    (field) => isConnection(getNamedType(field.type)) && hasNoRequiredArguments(field),
  );
  const seen = new Set<GraphQLObjectType>();
  for (let paths = lists.map((field) => [field]); paths.length > 0; ) {
    const next: GraphQLField<unknown, unknown>[][] = [];
    for (const path of paths) {
      const type = getNamedType(path.at(-1)?.type);
      if (type === target) return path.map(({ name }) => name);
      if (!isObjectType(type) || seen.has(type)) continue;
      seen.add(type);
      for (const field of Object.values(type.getFields()))
        if (hasNoRequiredArguments(field)) next.push([...path, field]);
    }
    paths = next;
  }
  throw new Error(`no path leads to ${target.name}`);
}

function hasNoRequiredArguments(field: GraphQLField<unknown, unknown>): boolean {
  return !field.args.some(isRequiredArgument);
}

function globalId(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
