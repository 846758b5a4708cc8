/**
 * Limits on the size of an operation as it is written. They are checked before validation, which
 * compares fields pairwise and is slow for thousands of them.
 *
 * Fields, aliases and directives of a fragment count at every spread. Each fragment is measured once, so
 * the time is linear in the length of the operation.
 */
import {
  type DocumentNode,
  Kind,
  type ListValueNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type StringValueNode,
  visit,
} from 'graphql';
import type { Limits } from '../config/config.ts';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';
import { fragmentsByName } from './fragments.ts';
import { validateText } from './text-validation.ts';

/** Size of a selection set with its fragments expanded. */
interface OperationSize {
  /** Fields at the top level. */
  readonly fields: number;
  /** Fields at all levels. */
  readonly allFields: number;
  /** Levels of fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const EMPTY: OperationSize = { fields: 0, allFields: 0, depth: 0, aliases: 0, directives: 0 };

/** Throws a request error if an operation exceeds a limit, or contains a list too long or an invalid text. */
export function assertWithinLimits(parsed: DocumentNode, limits: Limits): void {
  visit(parsed, {
    ListValue: (node) => assertListLength(node, limits.list),
    StringValue: (node) => assertText(node, limits.string),
  });
  const sizeOf = measureOperations(parsed);
  for (const definition of parsed.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      assertSize(definition, sizeOf(definition), limits);
}

function assertListLength(node: ListValueNode, max: number): void {
  if (node.values.length <= max) return;
  const message = `A list has ${formatNumber(node.values.length)} items; the maximum is ${formatNumber(max)}. Split it into several requests.`;
  throw requestError('LIST_TOO_LONG', message, { nodes: node });
}

function assertText(node: StringValueNode, max: number): void {
  if (node.value.length > max) {
    const message = `A string has ${formatNumber(node.value.length)} characters; the maximum is ${formatNumber(max)}.`;
    throw requestError('STRING_TOO_LONG', message, { nodes: node });
  }
  const problem = validateText(node.value);
  if (problem !== null)
    throw requestError('BAD_INPUT', `A string contains ${problem}.`, { nodes: node });
}

function assertSize(operation: OperationDefinitionNode, size: OperationSize, limits: Limits): void {
  const { fields, depth, aliases, directives } = size;
  const limited = [
    ['TOO_DEEP', depth, limits.depth, 'levels of fields'],
    ['TOO_MANY_ROOT_FIELDS', fields, limits.rootFields, 'root fields'],
    ['TOO_MANY_ALIASES', aliases, limits.aliases, 'aliases (fragments count at every spread)'],
    [
      'TOO_MANY_DIRECTIVES',
      directives,
      limits.directives,
      'directives (fragments count at every spread)',
    ],
  ] as const;
  for (const [code, count, max, what] of limited) {
    if (count <= max) continue;
    const name = operation.name ? ` "${operation.name.value}"` : '';
    const message = `Operation${name} has ${formatNumber(count)} ${what}; the maximum is ${formatNumber(max)}. Split it into several requests.`;
    throw requestError(code, message, { nodes: operation });
  }
}

/** Returns a function that measures the operations of a document. */
export function measureOperations(
  parsed: DocumentNode,
): (operation: OperationDefinitionNode) => OperationSize {
  const fragments = fragmentsByName(parsed);
  const measured = new Map<string, OperationSize>();

  const fragmentSize = (name: string): OperationSize => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (fragment === undefined) return EMPTY;
    // Stops at a cycle, which validation rejects.
    measured.set(name, EMPTY);
    const own = sizeOf(fragment.selectionSet);
    const size = { ...own, directives: own.directives + (fragment.directives?.length ?? 0) };
    measured.set(name, size);
    return size;
  };
  const sizeOf = ({ selections }: SelectionSetNode): OperationSize => {
    let { fields, allFields, depth, aliases, directives } = EMPTY;
    for (const selection of selections) {
      directives += selection.directives?.length ?? 0;
      const isField = selection.kind === Kind.FIELD;
      const nested =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragmentSize(selection.name.value)
          : selection.selectionSet
            ? sizeOf(selection.selectionSet)
            : EMPTY;
      fields += isField ? 1 : nested.fields;
      allFields += nested.allFields + (isField ? 1 : 0);
      depth = Math.max(depth, nested.depth + (isField ? 1 : 0));
      aliases += nested.aliases + (isField && selection.alias ? 1 : 0);
      directives += nested.directives;
    }
    return { fields, allFields, depth, aliases, directives };
  };

  return ({ selectionSet, directives, variableDefinitions }) => {
    const size = sizeOf(selectionSet);
    const onVariables = variableDefinitions?.flatMap((variable) => variable.directives ?? []) ?? [];
    const onOperation = (directives?.length ?? 0) + onVariables.length;
    return { ...size, directives: size.directives + onOperation };
  };
}
