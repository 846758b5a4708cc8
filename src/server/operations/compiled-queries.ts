/**
 * Answers a query that comes again and again by a function made for it (graphql-jit), in about a
 * third of the time that walking its tree takes. Only faultless answers are taken from it: what ends
 * in an error is executed once more by the usual executor, whose errors clients know. Queries change
 * nothing, so that this is safe; whatever is not a query is left to the usual executor.
 */
import { getOperationAST, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '#schema/core/context.ts';
import { schema } from '#schema/index.ts';
import { measure } from '../limits/operation-size.ts';

/** Uses of a query before it is compiled: a query that a person tries out is rarely asked so often. */
const USES = 3;
/** Fields, fragments written out, of a query that is compiled: its function is as long as they are many. */
const MOST_FIELDS = 500;

/** Functions kept, each of up to a megabyte: whoever makes up queries is not to fill the memory. */
const KEPT = 200;

export function useCompiledQueries(): Plugin<Context> {
  /** By the parsed query, which Yoga keeps as long as it comes again. */
  const uses = new WeakMap<OperationDefinitionNode, number>();
  const kept = new LRUCache<OperationDefinitionNode, CompiledQuery>({
    max: KEPT,
    // One that was not used for longest is as a new one.
    dispose: (_compiled, operation) => uses.delete(operation),
  });
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const { document, operationName } = args;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const used = (uses.get(operation) ?? 0) + 1;
      uses.set(operation, used);
      if (used === USES && measure(document)(operation).allFields <= MOST_FIELDS) {
        const compiled = compileQuery(schema, document, operationName ?? undefined);
        if (isCompiledQuery(compiled)) kept.set(operation, compiled);
      }
      const compiled = kept.get(operation);
      if (compiled === undefined) return;
      setExecuteFn(async (given) => {
        const { rootValue, contextValue, variableValues } = given;
        const answer = await compiled.query(rootValue, contextValue, variableValues);
        return answer.errors ? executeFn(given) : answer;
      });
    },
  };
}
