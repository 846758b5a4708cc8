/**
 * What one request may cost, so that none keeps the others waiting. The example operations, a full
 * introspection, and a matrix with all the positions behind it stay below.
 */
import {
  type ExecutionArgs,
  GraphQLError,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  Kind,
  parse,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import type { Plugin } from 'graphql-yoga';
import { MAX_SIZE } from '#schema/connection.ts';
import type { Context } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import { MAX_NETWORK_ITEMS } from '#schema/network-bounds.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

/** Bytes of a request's body. */
export const MAX_BODY = 1_000_000;
/** Words and signs of a query: some thirty times the longest example. */
const MAX_TOKENS = 5000;
/** Values that an answer has if every list is as long as it may be. */
const MAX_COST = 1_000_000;
/** Selections that are looked at to tell the cost: those of a fragment anew wherever it is spread. */
const MAX_SELECTIONS = 10_000;
/** What a list without pages is taken to hold. */
const LIST_LENGTH = 3;
/** Conditions of a comparison that names none. */
const CONDITIONS = 5;
/** Items of a page whose size is not given. */
const PAGE_LENGTH = 20;
/** Fields that cost as much as so many plain values. */
const DEAR: Readonly<Record<string, number>> = {
  'Query.search': 20_000,
  'Query.timeline': 5000,
  'Query.discrepancies': 20_000,
  'Query.reliability': 100_000,
  'Query.formulations': 100_000,
  'Document.text': 5,
};

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

interface Longest {
  readonly page: number;
  /** Nodes and edges of a network. */
  readonly network: number;
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
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  try {
    const cost = getComplexity({
      schema,
      query: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      variables: variableValues ?? {},
      estimators: [estimate(longest)],
      maxQueryNodes: MAX_SELECTIONS,
    });
    return cost > MAX_COST ? tooCostly() : null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Mistakes in variables and arguments have a place in the query; being too large has none.
    return error.nodes === undefined ? tooCostly() : error;
  }
}

function tooCostly(): GraphQLError {
  return new GraphQLError(
    `The answer could have more than ${MAX_COST} values. Ask for smaller pages, or in several queries.`,
    { extensions: { code: 'TOO_COSTLY' } },
  );
}

type Estimated = Parameters<ComplexityEstimator>[0];

function estimate(longest: Longest): ComplexityEstimator {
  return (estimated) =>
    (DEAR[`${estimated.type.name}.${estimated.field.name}`] ?? 1) +
    estimated.childComplexity * timesAnswered(estimated, longest);
}

/** How many times the selections below a field are answered, at most. */
function timesAnswered({ type, field, args }: Estimated, longest: Longest): number {
  const { actors, conditions, ids, first, last } = args;
  if (type.name === 'Query' && field.name === 'comparison')
    return (
      lengthOf(actors, args['groupBy'] ? longest.page : LIST_LENGTH) *
      lengthOf(args['reportedBy'], 1) *
      lengthOf(conditions, CONDITIONS)
    );
  if (type.name === 'Query' && field.name === 'network') return networkItems(args, longest);
  if (type.name === 'Query' && field.name === 'nodes') return lengthOf(ids, LIST_LENGTH);
  if (getNamedType(field.type).name.endsWith('Connection'))
    return Math.min(longest.page, Math.max(0, Number(first ?? last ?? PAGE_LENGTH)));
  // Counted where the list was asked for.
  if (type.name.endsWith('Connection') || field.name === 'rows' || field.name === 'cells') return 1;
  if (type.name === 'Network' || type.name === 'NetworkWindow') return 1;
  return isListType(getNullableType(field.type)) ? LIST_LENGTH : 1;
}

/** Nodes and edges, at most, of a network and of its windows. */
function networkItems(
  { actors, conditions, windows }: Estimated['args'],
  longest: Longest,
): number {
  if (windows) return MAX_NETWORK_ITEMS;
  const nodes = lengthOf(actors, Infinity) + lengthOf(conditions, CONDITIONS);
  return Math.min(longest.network, nodes + (nodes * (nodes - 1)) / 2);
}

function lengthOf(list: unknown, otherwise: number): number {
  return Array.isArray(list) ? list.length : otherwise;
}
