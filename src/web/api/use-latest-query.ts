import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TypedDocument } from '#src/client/client.ts';
import { operationQuery } from './fetch-operation.ts';
import { queryClient } from './query-client.ts';

/**
 * Queries an operation whose variables change faster than the server responds, as while a filter is
 * dragged. One request is in flight at a time, and the next one uses the latest variables. The previous
 * result is kept until then, with `isOld` true. `predicted` variables are prefetched while idle.
 */
export function useLatestQuery<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  predicted: Variables | null = null,
) {
  const [requested, setRequested] = useState(variables);
  const result = useQuery({
    ...operationQuery(document, requested),
    placeholderData: keepPreviousData,
  });
  const isOld = JSON.stringify(requested) !== JSON.stringify(variables);
  if (isOld && !result.isFetching) setRequested(variables);
  const isIdle = !isOld && !result.isFetching;
  const predictedJson = JSON.stringify(predicted);
  useEffect(() => {
    const next = JSON.parse(predictedJson) as Variables | null;
    if (isIdle && next !== null) void queryClient.prefetchQuery(operationQuery(document, next));
  }, [document, isIdle, predictedJson]);
  return { ...result, isOld: isOld || result.isPlaceholderData };
}

/**
 * Starts the request that `useLatestQuery` will make after the next render, so that the server works while
 * the browser renders. Does nothing while a request of the same operation is in flight.
 */
export function prefetchWhenIdle<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): void {
  const query = operationQuery(document, variables);
  if (queryClient.isFetching({ queryKey: query.queryKey.slice(0, 1) }) === 0)
    void queryClient.prefetchQuery(query);
}
