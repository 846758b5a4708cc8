import type { Plugin } from 'graphql-yoga';
import type { Context } from '#schema/core/context.ts';
import type { Snapshots } from '#src/app/corpus/snapshots.ts';

/**
 * Executes a query on the corpus that is in memory while the database is asked whether it is still
 * the latest. It nearly always is; if not, or if the database does not say, the query is executed
 * again on what it says. So no answer is stale, and none waits for the question alone.
 */
export function useAssumedCorpus(cache: Snapshots): Plugin<Context> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) => {
      const assumed = cache.newest();
      if (assumed === null) return;
      setExecuteFn(async (given) => {
        const context: Context = given.contextValue;
        const isLatest = context.latest().then(
          (latest) => latest === assumed,
          () => false,
        );
        const answer = await executeFn({ ...given, contextValue: context.asOf(assumed) });
        return (await isLatest) ? answer : executeFn(given);
      });
    },
  };
}
