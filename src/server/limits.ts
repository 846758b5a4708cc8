/**
 * What one request may cost, so that none keeps the others waiting. The example operations, a full
 * introspection, and a matrix with all the positions behind it stay below.
 */
import {
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  parse,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { MAX_SIZE } from '#schema/connection.ts';
import type { Context } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import { MAX_NETWORK_ITEMS } from '#schema/network-bounds.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type Longest, queryCost } from './query-cost.ts';

/** Bytes of a request's body. */
export const MAX_BODY = 1_000_000;
/** Words and signs of a query: some thirty times the longest example. */
const MAX_TOKENS = 5000;
/** Values that an answer has if every list is as long as it may be. */
const MAX_COST = 1_000_000;

/** Refuses queries that are too long, and those whose answer could be too large. */
export function useLimits(): Plugin<Context> {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithin),
    onExecute: async ({ args, setResultAndStopExecution }) => {
      const refusal =
        refuse(args, { page: MAX_SIZE, network: MAX_NETWORK_ITEMS }) &&
        // Before it is refused: no list is longer than what there is to list.
        refuse(args, longestLists(await args.contextValue.latest()));
      if (refusal !== null) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}

function parseWithin(source: string, options?: object) {
  try {
    return parse(source, { ...options, maxTokens: MAX_TOKENS });
  } catch (error) {
    // The parser goes down with the query, and brackets within brackets exhaust the stack.
    if (error instanceof RangeError) throw new GraphQLError('The query is nested too deeply.');
    throw error;
  }
}

function longestLists(corpus: CorpusSnapshot): Longest {
  const { actors, conditions, documents, positions, revision } = corpus;
  const longest = Math.max(actors.size, documents.size, positions.length, revision);
  const nodes = actors.size + conditions.size;
  return {
    page: Math.min(MAX_SIZE, longest),
    network: Math.min(MAX_NETWORK_ITEMS, nodes + (nodes * (nodes - 1)) / 2),
  };
}

function refuse(
  { document, operationName, variableValues }: ExecutionArgs,
  longest: Longest,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
  );
  // Mistakes in variables are the executor's to tell, which then does nothing else.
  if (coerced === undefined) return null;
  return queryCost(document, operation, coerced, longest) > MAX_COST ? tooCostly() : null;
}

function tooCostly(): GraphQLError {
  return new GraphQLError(
    `The answer could have more than ${MAX_COST} values. Ask for smaller pages, or in several queries.`,
    { extensions: { code: 'TOO_COSTLY' } },
  );
}
