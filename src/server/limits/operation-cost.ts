/**
 * What an answer can hold at most: the number of its values if every list is as long as it may be.
 *
 * The cost of a field is 1, or what it is known to cost, and that of its selections as many times as
 * there can be items. A fragment's is computed once, however often it is spread, so that the time
 * this takes grows with the query's length alone.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { schema } from '#schema/index.ts';
import { MAX_NETWORK_ITEMS } from '#schema/network/network-bounds.ts';

/** What lists without a size of their own can hold. */
export interface Longest {
  readonly page: number;
  /** Nodes and edges of a network. */
  readonly network: number;
}

/** What a list without pages is taken to hold. */
const LIST_LENGTH = 3;
/** Conditions of a comparison that names none. */
const CONDITIONS = 5;
/** Items of a page whose size is not given. */
const PAGE_LENGTH = 20;
/** Of the schema's own description: about as many as there are. */
const INTROSPECTED: Readonly<Record<string, number>> = {
  types: Object.keys(schema.getTypeMap()).length,
  directives: 8,
  fields: 10,
  args: 3,
  inputFields: 8,
  enumValues: 8,
  possibleTypes: 6,
  locations: 8,
};
/** Fields that cost as much as so many plain values. */
const DEAR: Readonly<Record<string, number>> = {
  'Query.search': 45_000,
  'Query.timeline': 5000,
  'Query.discrepancies': 20_000,
  'Query.reliability': 100_000,
  'Query.formulations': 100_000,
  'Document.text': 5,
};

/** The variables are coerced ones, defaults included. */
export function queryCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  longest: Longest,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const costOfFragment = new Map<string, number>();

  const selectionsCost = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += fieldCost(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += spreadCost(selection.name.value);
      else {
        const { typeCondition, selectionSet } = selection;
        const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
        cost += selectionsCost(selectionSet, type);
      }
    }
    return cost;
  };
  const spreadCost = (name: string): number => {
    const known = costOfFragment.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const type = schema.getType(fragment.typeCondition.name.value);
    const cost = selectionsCost(fragment.selectionSet, type);
    costOfFragment.set(name, cost);
    return cost;
  };
  const fieldCost = (node: FieldNode, parent: GraphQLNamedType | undefined): number => {
    const field = fieldOf(parent, node.name.value);
    if (parent === undefined || field === undefined) return 1;
    const own = DEAR[`${parent.name}.${field.name}`] ?? 1;
    if (node.selectionSet === undefined) return own;
    const below = selectionsCost(node.selectionSet, getNamedType(field.type));
    return own + below * timesAnswered(parent.name, field, argumentsOf(node, variables), longest);
  };

  return selectionsCost(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
  );
}

function fieldOf(
  parent: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  return parent.getFields()[name];
}

type Arguments = Readonly<Record<string, unknown>>;

/**
 * As they are written: what is wrong with them is for the executor to find. What `of` chooses counts
 * as the argument that it stands for.
 */
function argumentsOf({ arguments: given }: FieldNode, variables: Arguments): Arguments {
  const args: Arguments = Object.fromEntries(
    given?.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]) ?? [],
  );
  return { ...args, ...(args['of'] as object | null | undefined) };
}

/** How many times the selections below a field are answered, at most. */
function timesAnswered(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  args: Arguments,
  longest: Longest,
): number {
  const { conditions, ids, first, last } = args;
  if (parent === 'Query' && field.name === 'comparison')
    return (
      comparedActors(args, longest) *
      lengthOf(args['reportedBy'], 1) *
      lengthOf(conditions, CONDITIONS)
    );
  if (parent === 'Query' && field.name === 'network') return networkItems(args, longest);
  if (parent === 'Query' && field.name === 'nodes') return lengthOf(ids, LIST_LENGTH);
  if (parent.startsWith('__')) return INTROSPECTED[field.name] ?? 1;
  if (getNamedType(field.type).name.endsWith('Connection'))
    return Math.min(longest.page, Math.max(0, Number(first ?? last ?? PAGE_LENGTH)));
  // Counted where the list was asked for.
  if (parent.endsWith('Connection') || field.name === 'rows' || field.name === 'cells') return 1;
  if (parent === 'Network' || parent === 'NetworkWindow') return 1;
  return isListType(getNullableType(field.type)) ? LIST_LENGTH : 1;
}

function comparedActors({ actors, parties, groupBy, first }: Arguments, longest: Longest): number {
  const asked = lengthOf(actors ?? parties, groupBy ? longest.page : LIST_LENGTH);
  return typeof first === 'number' && first > 0 ? Math.min(first, asked) : asked;
}

/** Nodes and edges, at most, of a network and of its windows. */
function networkItems({ actors, conditions, windows }: Arguments, longest: Longest): number {
  if (windows) return MAX_NETWORK_ITEMS;
  const nodes = lengthOf(actors, Infinity) + lengthOf(conditions, CONDITIONS);
  return Math.min(longest.network, nodes + (nodes * (nodes - 1)) / 2);
}

/** Of a list, or of one value in the place of a list. */
function lengthOf(list: unknown, otherwise: number): number {
  if (list === null || list === undefined) return otherwise;
  return Array.isArray(list) ? list.length : 1;
}
