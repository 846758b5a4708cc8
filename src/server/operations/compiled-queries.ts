/**
 * Compiles repeated queries to functions (graphql-jit), which run in about a third of the time that
 * graphql-js takes. Only results without errors are used: a query that fails is executed again by the
 * default executor, whose errors clients rely on. That is safe because queries have no side effects;
 * other operations are never compiled.
 */
import { getOperationAST, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '#schema/core/context.ts';
import { schema } from '#schema/index.ts';
import { measureOperations } from '../limits/operation-size.ts';

/** Executions before a query is compiled: queries typed by hand rarely repeat as often. */
const MIN_USES = 3;
/** Maximum fields of a compiled query, fragments expanded: the function grows with them. */
const MAX_FIELDS = 500;
/** Functions kept, each up to a megabyte, so that clients cannot exhaust the memory. */
const MAX_COMPILED = 200;

/** Executes compiled queries in place of the default executor. */
export function useCompiledQueries(): Plugin<Context> {
  /** By parsed query, which Yoga caches. */
  const uses = new WeakMap<OperationDefinitionNode, number>();
  const compiledQueries = new LRUCache<OperationDefinitionNode, CompiledQuery>({
    max: MAX_COMPILED,
    // An evicted query counts as new.
    dispose: (_compiled, operation) => uses.delete(operation),
  });
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const { document: parsed, operationName } = args;
      const operation = getOperationAST(parsed, operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const count = (uses.get(operation) ?? 0) + 1;
      uses.set(operation, count);
      if (count === MIN_USES && measureOperations(parsed)(operation).allFields <= MAX_FIELDS) {
        const result = compileQuery(schema, parsed, operationName ?? undefined);
        if (isCompiledQuery(result)) compiledQueries.set(operation, result);
      }
      const compiled = compiledQueries.get(operation);
      if (compiled === undefined) return;
      setExecuteFn(async (executionArgs) => {
        const { rootValue, contextValue, variableValues } = executionArgs;
        const result = await compiled.query(rootValue, contextValue, variableValues);
        return result.errors ? executeFn(executionArgs) : result;
      });
    },
  };
}
