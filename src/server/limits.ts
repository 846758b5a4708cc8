/**
 * What one request may cost, so that none keeps the others waiting. The example operations, a full
 * introspection, and a matrix with all the positions behind it stay below.
 */
import {
  type DocumentNode,
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
import { schema } from '#schema/index.ts';

/** Bytes of a request's body. */
export const MAX_BODY = 1_000_000;
/** Words and signs of a query: some thirty times the longest example. */
const MAX_TOKENS = 5000;
/** Values that an answer has if every list is as long as it may be. */
const MAX_COST = 2_000_000;
/** Selections that are looked at to tell the cost: those of a fragment anew wherever it is spread. */
const MAX_SELECTIONS = 10_000;
/** What a list without pages is taken to hold. */
const LIST_LENGTH = 5;
/** Items of a page whose size is not given. */
const PAGE_LENGTH = 20;
/** Fields that cost as much as so many plain values. */
const DEAR: Readonly<Record<string, number>> = { 'Query.search': 20_000, 'Document.text': 5 };

/** Refuses queries that are too long, and those whose answer could be too large. */
export function useLimits(): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string, options?: object) =>
        parse(source, { ...options, maxTokens: MAX_TOKENS }),
      );
    },
    onExecute: ({ args, setResultAndStopExecution }) => {
      const refusal = refuse(args.document, args.operationName, args.variableValues);
      if (refusal !== null) setResultAndStopExecution({ errors: [refusal] });
    },
  };
}

function refuse(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): GraphQLError | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  try {
    const cost = getComplexity({
      schema,
      query: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
      variables: variables ?? {},
      estimators: [estimate],
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

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) =>
  (DEAR[`${type.name}.${field.name}`] ?? 1) + childComplexity * length(type.name, field, args);

type Field = Parameters<ComplexityEstimator>[0]['field'];

/** How many times the selections below a field are answered, at most. */
function length(owner: string, field: Field, args: Readonly<Record<string, unknown>>): number {
  const { actors, conditions, ids, first, last } = args;
  if (owner === 'Query' && field.name === 'comparison')
    return lengthOf(actors) * lengthOf(conditions ?? null);
  if (owner === 'Query' && field.name === 'nodes') return lengthOf(ids);
  if (getNamedType(field.type).name.endsWith('Connection'))
    return Math.min(MAX_SIZE, Math.max(0, Number(first ?? last ?? PAGE_LENGTH)));
  // Counted where the list was asked for.
  if (owner.endsWith('Connection') || field.name === 'rows' || field.name === 'cells') return 1;
  return isListType(getNullableType(field.type)) ? LIST_LENGTH : 1;
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : LIST_LENGTH;
}
