import { useState } from 'react';

interface LoadMoreButtonProps {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly label?: string;
  /** Label after the last page. */
  readonly endLabel?: string;
}

/** Loads the next page of a list. Hidden if the list has one page only. */
export function LoadMoreButton({
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
  label = 'Show more',
  endLabel = 'End of the list',
}: LoadMoreButtonProps) {
  const [isPressed, setIsPressed] = useState(false);
  // Once pressed, the button stays enabled and visible: otherwise it would lose the focus.
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
      {isFetchingNextPage ? 'Loading …' : hasNextPage ? label : endLabel}
    </button>
  );
}
