/** Checks a schema against Relay's GraphQL server specification. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Arguments of every connection field. */
const PAGE_ARGUMENTS = { first: 'Int', after: 'String', last: 'Int', before: 'String' } as const;
const PAGE_INFO = {
  hasNextPage: 'Boolean!',
  hasPreviousPage: 'Boolean!',
  startCursor: 'String',
  endCursor: 'String',
} as const;

/** Every violation of the rules, as a sentence. */
export function relayViolations(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return [
    ...types.filter(({ name }) => !name.startsWith('__')).flatMap(fieldViolations),
    ...types.filter(isConnection).flatMap(connectionViolations),
    ...missing('PageInfo', fieldsOf(schema, 'PageInfo'), PAGE_INFO),
    ...nodeViolations(schema, types),
  ];
}

/** The object types that implement `Node`. */
export function nodeTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
}

/** Whether a type is a connection, by its name. */
export function isConnection(type: unknown): boolean {
  return isObjectType(type) && type.name.endsWith('Connection');
}

/** A field that returns a connection has page arguments; a type with edges is named a connection. */
function fieldViolations(type: GraphQLObjectType): readonly string[] {
  const fields = Object.values(type.getFields());
  const named =
    'edges' in type.getFields() && 'pageInfo' in type.getFields() && !isConnection(type)
      ? [`${type.name} has edges and pageInfo, but is not named a Connection`]
      : [];
  const pages = fields
    .filter((field) => isConnection(getNamedType(field.type)))
    .flatMap((field) => missing(`${type.name}.${field.name}`, argumentsOf(field), PAGE_ARGUMENTS));
  return [...named, ...pages];
}

function connectionViolations(type: GraphQLObjectType): readonly string[] {
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

function nodeViolations(
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
      .map(({ name }) => `${name} has an id, but is not a Node`),
  ];
}

type Types = Readonly<Record<string, string>>;

function missing(where: string, actual: Types, expected: Types): readonly string[] {
  return Object.entries(expected)
    .filter(([name, type]) => actual[name] !== type)
    .map(([name, type]) => `${where}: ${name} is ${actual[name] ?? 'missing'}, not ${type}`);
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
