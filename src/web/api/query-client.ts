import { notifyManager, QueryClient } from '@tanstack/react-query';

/**
 * A server on the same machine is there without a network, and without any server the client says so.
 * The browser's own cache asks whether an answer still holds (ETag); the client sends again what failed in passing.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, networkMode: 'always' } },
});

// An answer is drawn at once, not at the next timer.
notifyManager.setScheduler(queueMicrotask);
