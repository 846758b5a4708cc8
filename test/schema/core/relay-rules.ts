/** The rules of Relay's server specification, looked up in a schema: none of them names a type. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** How each list is asked for in pages. */
const PAGE_ARGUMENTS = { first: 'Int', after: 'String', last: 'Int', before: 'String' } as const;
const PAGE_INFO = {
  hasNextPage: 'Boolean!',
  hasPreviousPage: 'Boolean!',
  startCursor: 'String',
  endCursor: 'String',
} as const;

/** Every breach of the rules, in a sentence each. */
export function relayBreaches(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return [
    ...types.filter(({ name }) => !name.startsWith('__')).flatMap(fieldBreaches),
    ...types.filter(isConnection).flatMap(connectionBreaches),
    ...missing('PageInfo', fieldsOf(schema, 'PageInfo'), PAGE_INFO),
    ...nodeBreaches(schema, types),
  ];
}

export function nodeTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
}

export function isConnection(type: unknown): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}

/** A field that returns a connection is asked in pages; one that has edges is a connection. */
function fieldBreaches(type: GraphQLObjectType): readonly string[] {
  const fields = Object.values(type.getFields());
  const named =
    'edges' in type.getFields() && 'pageInfo' in type.getFields() && !isConnection(type)
      ? [`${type.name} has edges and pageInfo, and is not named a Connection`]
      : [];
  const pages = fields
    .filter((field) => isConnection(getNamedType(field.type)))
    .flatMap((field) => missing(`${type.name}.${field.name}`, argumentsOf(field), PAGE_ARGUMENTS));
  return [...named, ...pages];
}

function connectionBreaches(type: GraphQLObjectType): readonly string[] {
  const { edges } = type.getFields();
  const edge = edges === undefined ? undefined : getNamedType(edges.type);
  const list = missing(type.name, typesOf(type), {
    pageInfo: 'PageInfo!',
    totalCount: 'Int!',
    edges: `[${edge?.name ?? 'Edge'}!]!`,
  });
  if (!isObjectType(edge)) return list;
  const { node } = edge.getFields();
  return [
    ...list,
    ...missing(edge.name, typesOf(edge), { cursor: 'String!' }),
    ...(node ? [] : [`${edge.name} has no node`]),
  ];
}

function nodeBreaches(
  schema: GraphQLSchema,
  types: readonly GraphQLObjectType[],
): readonly string[] {
  const nodes = nodeTypes(schema);
  const query = schema.getQueryType()?.getFields() ?? {};
  return [
    ...missing('Query', fieldsOf(schema, 'Query'), { node: 'Node', nodes: '[Node]!' }),
    ...missing('Query.node', argumentsOf(query['node']), { id: 'ID!' }),
    ...missing('Query.nodes', argumentsOf(query['nodes']), { ids: '[ID!]!' }),
    ...nodes.flatMap((type) => missing(type.name, typesOf(type), { id: 'ID!' })),
    ...types
      .filter((type) => typesOf(type)['id'] === 'ID!' && !nodes.includes(type))
      .map(({ name }) => `${name} has an id, and is no Node`),
  ];
}

type Types = Readonly<Record<string, string>>;

function missing(where: string, found: Types, wanted: Types): readonly string[] {
  return Object.entries(wanted)
    .filter(([name, type]) => found[name] !== type)
    .map(([name, type]) => `${where}: ${name} is ${found[name] ?? 'missing'}, not ${type}`);
}

function fieldsOf(schema: GraphQLSchema, name: string): Types {
  const type = schema.getType(name);
  return isObjectType(type) ? typesOf(type) : {};
}

function typesOf(type: GraphQLObjectType): Types {
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, String(field.type)]),
  );
}

function argumentsOf(field: GraphQLField<unknown, unknown> | undefined): Types {
  return Object.fromEntries(field?.args.map(({ name, type }) => [name, String(type)]) ?? []);
}
