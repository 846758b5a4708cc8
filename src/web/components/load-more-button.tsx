import { useState } from 'react';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  /** What is on it, if not "More"; and when there is no more. */
  readonly name?: string;
  readonly end?: string;
}

/** Fetches the next page of a list, where there is one. */
export function LoadMoreButton({
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
  name = 'More',
  end = 'That is all',
}: Paged) {
  const [isPressed, setIsPressed] = useState(false);
  // Who has pressed it keeps the focus: it is not disabled meanwhile, nor gone after the last page.
  if (!hasNextPage && !isPressed) return null;
  return (
    <button
      type="button"
      aria-disabled={isFetchingNextPage || !hasNextPage}
      onClick={() => {
        if (isFetchingNextPage || !hasNextPage) return;
        setIsPressed(true);
        void fetchNextPage();
      }}
    >
      {isFetchingNextPage ? 'Loading …' : hasNextPage ? name : end}
    </button>
  );
}
