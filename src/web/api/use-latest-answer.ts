import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TypedDocument } from '#src/client/client.ts';
import { question } from './ask.ts';
import { queries } from './queries.ts';

/**
 * The answer to a question that changes while it is asked, as a filter that is being moved does. One
 * is under way at a time and the next is the latest by then, so that there is always something new
 * to show; until the first, there is nothing, and between two the last one stays. What will probably
 * be wanted next is asked while nothing else is.
 */
export function useLatestAnswer<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  wanted: Variables,
  next: Variables | null = null,
) {
  const [asked, setAsked] = useState(wanted);
  const answer = useQuery({ ...question(document, asked), placeholderData: keepPreviousData });
  const isOld = JSON.stringify(asked) !== JSON.stringify(wanted);
  if (isOld && !answer.isFetching) setAsked(wanted);
  const isIdle = !isOld && !answer.isFetching;
  const ahead = JSON.stringify(next);
  useEffect(() => {
    const variables = JSON.parse(ahead) as Variables | null;
    if (isIdle && variables !== null) void queries.prefetchQuery(question(document, variables));
  }, [document, isIdle, ahead]);
  return { ...answer, isOld: isOld || answer.isPlaceholderData };
}

/**
 * Asks already what `useLatestAnswer` will want once the page is drawn, so that the server works while
 * the browser draws; unless such a question is under way.
 */
export function askEarly<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
): void {
  const asked = question(document, variables);
  if (queries.isFetching({ queryKey: asked.queryKey.slice(0, 1) }) === 0)
    void queries.prefetchQuery(asked);
}
