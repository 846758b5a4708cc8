/**
 * Answers a query that comes again and again by a function made for it (graphql-jit), in about a
 * third of the time that walking its tree takes. Only faultless answers are taken from it: what ends
 * in an error is executed once more by the usual executor, whose errors clients know. Queries change
 * nothing, so that this is safe; whatever is not a query is left to the usual executor.
 */
import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '#schema/context.ts';
import { schema } from '#schema/index.ts';
import { measure } from './operation-limits.ts';

/** Uses of a query before it is compiled: a query that a person tries out is rarely asked so often. */
const USES = 3;
/** Fields, fragments written out, of a query that is compiled: its function is as long as they are many. */
const MOST_FIELDS = 500;

interface Known {
  uses: number;
  /** Null until it is worth it, or if it cannot be compiled. */
  compiled: CompiledQuery | null;
}

/** Functions kept, each of up to a megabyte: whoever makes up queries is not to fill the memory. */
const KEPT = 200;

export function useCompiledQueries(): Plugin<Context> {
  /** By the parsed query, which Yoga keeps as long as it comes again, and the operation's name. */
  const queries = new WeakMap<DocumentNode, Map<string | null, Known>>();
  const kept = new Set<Known>();
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const { document, operationName } = args;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== OperationTypeNode.QUERY) return;
      const named = queries.get(document) ?? new Map<string | null, Known>();
      queries.set(document, named);
      const known = named.get(operationName ?? null) ?? { uses: 0, compiled: null };
      named.set(operationName ?? null, known);
      known.uses += 1;
      if (known.uses === USES && measure(document)(operation).allFields <= MOST_FIELDS) {
        const compiled = compileQuery(schema, document, operationName ?? undefined);
        if (isCompiledQuery(compiled)) known.compiled = compiled;
      }
      const { compiled } = known;
      if (compiled === null) return;
      keepLatest(kept, known);
      setExecuteFn(async (given) => {
        const { rootValue, contextValue, variableValues } = given;
        const answer = await compiled.query(rootValue, contextValue, variableValues);
        return answer.errors ? executeFn(given) : answer;
      });
    },
  };
}

/** Forgets the function that has not been used for longest; that query is as a new one then. */
function keepLatest(kept: Set<Known>, used: Known): void {
  kept.delete(used);
  kept.add(used);
  if (kept.size <= KEPT) return;
  for (const oldest of kept) {
    oldest.compiled = null;
    oldest.uses = 0;
    kept.delete(oldest);
    return;
  }
}
