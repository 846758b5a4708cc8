import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TypedDocument } from '#src/client/client.ts';
import { operationQuery } from './fetch-operation.ts';
import { queryClient } from './query-client.ts';

/**
 * The answer to a question that changes while it is asked, as a filter that is being moved does. One
 * is under way at a time and the next is the latest by then, so that there is always something new
 * to show; until the first, there is nothing, and between two the last one stays. What will probably
 * be wanted next is asked while nothing else is.
 */
export function useLatestQuery<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  wanted: Variables,
  next: Variables | null = null,
) {
  const [asked, setAsked] = useState(wanted);
  const answer = useQuery({
    ...operationQuery(document, asked),
    placeholderData: keepPreviousData,
  });
  const isOld = JSON.stringify(asked) !== JSON.stringify(wanted);
  if (isOld && !answer.isFetching) setAsked(wanted);
  const isIdle = !isOld && !answer.isFetching;
  const ahead = JSON.stringify(next);
  useEffect(() => {
    const variables = JSON.parse(ahead) as Variables | null;
    if (isIdle && variables !== null)
      void queryClient.prefetchQuery(operationQuery(document, variables));
  }, [document, isIdle, ahead]);
  return { ...answer, isOld: isOld || answer.isPlaceholderData };
}

/**
 * Asks already what `useLatestAnswer` will want once the page is drawn, so that the server works while
 * the browser draws; unless such a question is under way.
 */
export function prefetchWhenIdle<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): void {
  const asked = operationQuery(document, variables);
  if (queryClient.isFetching({ queryKey: asked.queryKey.slice(0, 1) }) === 0)
    void queryClient.prefetchQuery(asked);
}
