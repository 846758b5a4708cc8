/**
 * Limits on the size and the cost of an operation, so that none delays the requests of others. The example
 * operations, a full introspection, and a matrix with its positions stay within the defaults.
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
import { MAX_ROWS } from '#src/app/comparison/comparison-rows.ts';
import { MAX_NETWORK_ITEMS } from '#src/app/network/network-bounds.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Limits } from '../config/config.ts';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';
import { currentOperation, handBack } from '../telemetry/current-operation.ts';
import { operationCost } from './operation-cost.ts';
import { assertWithinLimits } from './operation-size.ts';

/**
 * Rejects operations whose text is too large, and those whose result could be. One that costs more than
 * the executor executes is marked for another.
 */
export function useLimits(limits: Limits): Plugin<Context> {
  return {
    onParse: ({ setParseFn }) => setParseFn((source) => parseWithinLimits(String(source), limits)),
    onValidate: ({ params, setResult }) => {
      const error = findUnsupportedOperation(params.documentAST);
      if (error !== null) setResult([error]);
    },
    onExecute: async ({ args, setResultAndStopExecution }) => {
      const { page } = limits;
      const most = Math.min(limits.cost, currentOperation()?.handBackAbove ?? Infinity);
      const longest = { page, rows: MAX_ROWS, network: MAX_NETWORK_ITEMS };
      if (costOfOperation(args, longest) <= most) return;
      // A list cannot be longer than the corpus: estimate again with its size.
      const cost = costOfOperation(args, corpusLimits(await args.contextValue.latest(), page));
      if (cost > limits.cost) setResultAndStopExecution({ errors: [tooCostly(args, limits.cost)] });
      else if (cost > most) {
        handBack();
        setResultAndStopExecution({});
      }
    },
  };
}

function parseWithinLimits(source: string, limits: Limits): DocumentNode {
  const parsed = parseTokens(source, limits);
  assertWithinLimits(parsed, limits);
  return parsed;
}

function parseTokens(source: string, { tokens, depth }: Limits): DocumentNode {
  try {
    return parse(source, { maxTokens: tokens });
  } catch (error) {
    // The parser is recursive: nested brackets overflow the stack.
    if (error instanceof RangeError)
      throw requestError(
        'TOO_DEEP',
        `The operation is nested too deeply; the maximum is ${depth} levels of fields.`,
      );
    if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
      throw requestError(
        'TOO_MANY_TOKENS',
        `The operation has too many tokens; the maximum is ${formatNumber(tokens)}. Split it into several requests.`,
      );
    throw error;
  }
}

/** The schema has neither mutations nor subscriptions. (Yoga rejects mutations by GET earlier.) */
function findUnsupportedOperation({ definitions }: DocumentNode): GraphQLError | null {
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(node.operation)) continue;
    const message = `Operations of type ${node.operation} are not supported. Send a query.`;
    return requestError('OPERATION_NOT_SUPPORTED', message, { nodes: node });
  }
  return null;
}

function corpusLimits(corpus: CorpusSnapshot, page: number): ListLimits {
  const { actors, conditions, documents, positions, revision } = corpus;
  const longest = Math.max(actors.size, documents.size, positions.length, revision);
  const nodes = actors.size + conditions.size;
  return {
    page: Math.min(page, longest),
    rows: Math.min(MAX_ROWS, actors.size),
    network: Math.min(MAX_NETWORK_ITEMS, nodes + (nodes * (nodes - 1)) / 2),
  };
}

function costOfOperation(
  { document: parsed, operationName, variableValues }: ExecutionArgs,
  lists: ListLimits,
): number {
  const operation = getOperationAST(parsed, operationName);
  if (!operation) return 0;
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
    // The first error is enough: each computes suggestions.
    { maxErrors: 1 },
  );
  // The executor reports invalid variables, and does nothing else then.
  return coerced === undefined ? 0 : operationCost(parsed, operation, coerced, lists);
}

function tooCostly({ document: parsed, operationName }: ExecutionArgs, max: number): GraphQLError {
  const message = `The operation exceeds the maximum cost of ${formatNumber(max)} values. Request smaller pages, or split it into several requests.`;
  return requestError('TOO_COSTLY', message, {
    nodes: getOperationAST(parsed, operationName) ?? [],
  });
}
