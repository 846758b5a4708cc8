import { notifyManager, QueryClient } from '@tanstack/react-query';

/** The browser's own cache asks whether an answer still holds (ETag); the client sends again what failed in passing. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000 } },
});

// An answer is drawn at once, not at the next timer.
notifyManager.setScheduler(queueMicrotask);
