/**
 * Upper bound of the values in the result of an operation, from the prices that fields declare
 * (schema/core/cost.ts).
 *
 * A field costs its own price, and its selections as many times as they can be resolved. Each fragment
 * is priced once for each number of items around its spreads, which the operation's fields determine, so
 * the time this takes grows with the operation's length alone, not with the number of spreads.
 */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import { type CostArguments, costOf, type ListLimits } from '#schema/core/cost.ts';
import { schema } from '#schema/index.ts';
import { fragmentsByName } from './fragments.ts';

/** Items of a page whose size is not requested. */
const PAGE_LENGTH = 20;
/** Items of the lists of an introspection query: about as many as there are. */
const INTROSPECTION_ITEMS: Readonly<Record<string, number>> = {
  types: Object.keys(schema.getTypeMap()).length,
  directives: 8,
  fields: 10,
  args: 3,
  inputFields: 8,
  enumValues: 8,
  possibleTypes: 6,
  locations: 8,
};

/** Cost of an operation, in values. `variables` are coerced, defaults included. */
export function operationCost(
  parsed: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: ListLimits,
): number {
  const fragments = fragmentsByName(parsed);
  const costOfFragment = new Map<string, number>();

  const selectionsCost = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    enclosing: number,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += fieldCost(selection, parent, enclosing);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        cost += spreadCost(selection.name.value, enclosing);
      else {
        const { typeCondition, selectionSet } = selection;
        const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
        cost += selectionsCost(selectionSet, type, enclosing);
      }
    }
    return cost;
  };
  const spreadCost = (name: string, enclosing: number): number => {
    const key = `${name} ${enclosing}`;
    const known = costOfFragment.get(key);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const type = schema.getType(fragment.typeCondition.name.value);
    const cost = selectionsCost(fragment.selectionSet, type, enclosing);
    costOfFragment.set(key, cost);
    return cost;
  };
  const fieldCost = (
    node: FieldNode,
    parent: GraphQLNamedType | undefined,
    enclosing: number,
  ): number => {
    const field = fieldOf(parent, node.name.value);
    if (parent === undefined || field === undefined) return 1;
    const own = costOf(field)?.own ?? 1;
    if (node.selectionSet === undefined) return own;
    const args = argumentsOf(node, variables);
    const times = timesResolved(parent.name, field, args, limits, enclosing);
    return own + times * selectionsCost(node.selectionSet, getNamedType(field.type), times);
  };

  return selectionsCost(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
    1,
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

/** Arguments as written, which the executor validates later. The fields of `of` count as the arguments that they stand for. */
function argumentsOf({ arguments: nodes }: FieldNode, variables: CostArguments): CostArguments {
  const args: CostArguments = Object.fromEntries(
    nodes?.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]) ?? [],
  );
  return { ...args, ...(args['of'] as object | null | undefined) };
}

/** How many times the selections of a field are resolved, at most. */
function timesResolved(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  args: CostArguments,
  limits: ListLimits,
  enclosing: number,
): number {
  if (parent.startsWith('__')) return INTROSPECTION_ITEMS[field.name] ?? 1;
  const items = costOf(field)?.items;
  if (typeof items === 'number') return items;
  if (items !== undefined) return items(args, limits, enclosing);
  if (!getNamedType(field.type).name.endsWith('Connection')) return 1;
  const { first, last } = args;
  return Math.min(limits.page, Math.max(0, Number(first ?? last ?? PAGE_LENGTH)));
}
