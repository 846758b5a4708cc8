/**
 * How large an operation may be as it is written, which is told before anything else looks at it:
 * GraphQL's own validation compares fields with fields, and takes its time over thousands.
 *
 * Fields, aliases and directives are counted as if each fragment were written out wherever it is
 * spread. A fragment is measured once, so that the time this takes grows with the length alone.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type ListValueNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type StringValueNode,
  visit,
} from 'graphql';
import type { Limits } from '../config/config.ts';
import { inWords, refusal } from '../errors/error-codes.ts';
import { wrongWith } from './valid-text.ts';

/** Of a selection set, its fragments written out. */
interface Extent {
  /** Fields, without those within them. */
  readonly fields: number;
  /** Fields, with those within them. */
  readonly allFields: number;
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Extent = { fields: 0, allFields: 0, depth: 0, aliases: 0, directives: 0 };

/** Fails on a document with an operation beyond the limits, or with a value that is none. */
export function expectWithinLimits(document: DocumentNode, limits: Limits): void {
  visit(document, {
    ListValue: (node) => expectShort(node, limits.list),
    StringValue: expectText,
  });
  const extentOf = measure(document);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      expectSmall(definition, extentOf(definition), limits);
}

function expectShort(node: ListValueNode, most: number): void {
  if (node.values.length <= most) return;
  const message = `A list has ${inWords(node.values.length)} items; at most ${inWords(most)} are taken. Ask in several requests.`;
  throw refusal('LIST_TOO_LONG', message, { nodes: node });
}

function expectText(node: StringValueNode): void {
  const wrong = wrongWith(node.value);
  if (wrong !== null) throw refusal('BAD_INPUT', `A text has ${wrong}.`, { nodes: node });
}

function expectSmall(operation: OperationDefinitionNode, extent: Extent, limits: Limits): void {
  const { fields, depth, aliases, directives } = extent;
  const limited = [
    ['TOO_DEEP', depth, limits.depth, 'fields within fields'],
    ['TOO_MANY_ROOT_FIELDS', fields, limits.rootFields, 'fields at its root'],
    ['TOO_MANY_ALIASES', aliases, limits.aliases, 'aliases, fragments written out'],
    ['TOO_MANY_DIRECTIVES', directives, limits.directives, 'directives, fragments written out'],
  ] as const;
  for (const [code, number, most, what] of limited) {
    if (number <= most) continue;
    const name = operation.name ? ` "${operation.name.value}"` : '';
    const message = `The operation${name} has ${inWords(number)} ${what}; at most ${inWords(most)} are answered. Ask in several requests.`;
    throw refusal(code, message, { nodes: operation });
  }
}

/** Measures the operations of a document. */
export function measure(document: DocumentNode): (operation: OperationDefinitionNode) => Extent {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const known = new Map<string, Extent>();

  const extentOfFragment = (name: string): Extent => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    // One within itself is for validation to refuse.
    known.set(name, NOTHING);
    const own = extentOf(fragment.selectionSet);
    const extent = { ...own, directives: own.directives + (fragment.directives?.length ?? 0) };
    known.set(name, extent);
    return extent;
  };
  const extentOf = ({ selections }: SelectionSetNode): Extent => {
    let { fields, allFields, depth, aliases, directives } = NOTHING;
    for (const selection of selections) {
      directives += selection.directives?.length ?? 0;
      const isField = selection.kind === Kind.FIELD;
      const within =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? extentOfFragment(selection.name.value)
          : selection.selectionSet
            ? extentOf(selection.selectionSet)
            : NOTHING;
      fields += isField ? 1 : within.fields;
      allFields += within.allFields + (isField ? 1 : 0);
      depth = Math.max(depth, within.depth + (isField ? 1 : 0));
      aliases += within.aliases + (isField && selection.alias ? 1 : 0);
      directives += within.directives;
    }
    return { fields, allFields, depth, aliases, directives };
  };

  return ({ selectionSet, directives, variableDefinitions }) => {
    const extent = extentOf(selectionSet);
    const onVariables = variableDefinitions?.flatMap((variable) => variable.directives ?? []) ?? [];
    const onOperation = (directives?.length ?? 0) + onVariables.length;
    return { ...extent, directives: extent.directives + onOperation };
  };
}
