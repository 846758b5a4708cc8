import type { Plugin } from 'graphql-yoga';
import type { Context } from '#schema/core/context.ts';
import type { Snapshots } from '#src/app/corpus/snapshots.ts';

/**
 * Executes a query on the corpus in memory while the database confirms that it is the latest. If it is
 * not, or the database does not respond, the query is executed again on the latest corpus. So no
 * result is stale, and a request rarely waits for the confirmation alone.
 */
export function useSpeculativeExecution(snapshots: Snapshots): Plugin<Context> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) => {
      const assumed = snapshots.newestLoaded();
      if (assumed === null) return;
      setExecuteFn(async (executionArgs) => {
        const context: Context = executionArgs.contextValue;
        const isLatest = context.latest().then(
          (latest) => latest === assumed,
          () => false,
        );
        const result = await executeFn({ ...executionArgs, contextValue: context.asOf(assumed) });
        return (await isLatest) ? result : executeFn(executionArgs);
      });
    },
  };
}
