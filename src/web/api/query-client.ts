import { notifyManager, QueryClient } from '@tanstack/react-query';

/**
 * Cache of results. The typed client retries transient failures and reports network failures itself, so
 * React Query does neither. Stale results are revalidated by ETag in the browser's HTTP cache.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, networkMode: 'always' } },
});

// Results are rendered immediately instead of on the next timer.
notifyManager.setScheduler(queueMicrotask);
