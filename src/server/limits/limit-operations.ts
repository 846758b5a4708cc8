/**
 * What one operation may cost, so that none keeps the others waiting. The example operations, a full
 * introspection, and a matrix with the positions behind it stay below.
 */
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '#schema/core/context.ts';
import type { ListLimits } from '#schema/core/cost.ts';
import { schema } from '#schema/index.ts';
import { MAX_NETWORK_ITEMS } from '#src/app/network/network-bounds.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Limits } from '../config/config.ts';
import { inWords, refusal } from '../errors/error-codes.ts';
import { operationCost } from './operation-cost.ts';
import { expectWithinLimits } from './operation-size.ts';

/** Refuses operations that are too large as they are written, and those whose answer could be. */
export function useLimits(limits: Limits): Plugin<Context> {
  return {
    onParse: ({ setParseFn }) => setParseFn((source) => parseWithin(String(source), limits)),
    onValidate: ({ params, setResult }) => {
      const refused = unknownKind(params.documentAST);
      if (refused !== null) setResult([refused]);
    },
    onExecute: async ({ args, setResultAndStopExecution }) => {
      const { page, cost } = limits;
      const refused =
        refuse(args, cost, { page, network: MAX_NETWORK_ITEMS }) &&
        // Before it is refused: no list is longer than what there is to list.
        refuse(args, cost, corpusLimits(await args.contextValue.latest(), page));
      if (refused !== null) setResultAndStopExecution({ errors: [refused] });
    },
  };
}

function parseWithin(source: string, limits: Limits): DocumentNode {
  const document = parseShort(source, limits);
  expectWithinLimits(document, limits);
  return document;
}

function parseShort(source: string, { tokens, depth }: Limits): DocumentNode {
  try {
    return parse(source, { maxTokens: tokens });
  } catch (error) {
    // The parser goes down with the query, and brackets within brackets exhaust the stack.
    if (error instanceof RangeError)
      throw refusal(
        'TOO_DEEP',
        `The operation is nested too deeply; ${depth} levels are the most.`,
      );
    if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
      throw refusal(
        'TOO_MANY_TOKENS',
        `The operation has more than ${inWords(tokens)} words and signs, the most that are read. Ask in several requests.`,
      );
    throw error;
  }
}

/** The schema has no subscriptions, and no mutations; but that these come by POST is told before. */
function unknownKind({ definitions }: DocumentNode): GraphQLError | null {
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(node.operation)) continue;
    const message = `There is no ${node.operation} here; ask by a query.`;
    return refusal('OPERATION_NOT_SUPPORTED', message, { nodes: node });
  }
  return null;
}

function corpusLimits(corpus: CorpusSnapshot, page: number): ListLimits {
  const { actors, conditions, documents, positions, revision } = corpus;
  const longest = Math.max(actors.size, documents.size, positions.length, revision);
  const nodes = actors.size + conditions.size;
  return {
    page: Math.min(page, longest),
    network: Math.min(MAX_NETWORK_ITEMS, nodes + (nodes * (nodes - 1)) / 2),
  };
}

function refuse(
  { document, operationName, variableValues }: ExecutionArgs,
  most: number,
  lists: ListLimits,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
    // One is enough to know: each would come with its suggestions.
    { maxErrors: 1 },
  );
  // Mistakes in variables are the executor's to tell, which then does nothing else.
  if (coerced === undefined) return null;
  if (operationCost(document, operation, coerced, lists) <= most) return null;
  const message = `The answer could have more than ${inWords(most)} values. Ask for smaller pages, or in several requests.`;
  return refusal('TOO_COSTLY', message, { nodes: operation });
}
