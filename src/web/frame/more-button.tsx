interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
  /** What is on it, if not "More". */
  readonly name?: string;
}

/** Fetches the next page of a list, where there is one. */
export function MoreButton({
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
  name = 'More',
}: Paged) {
  if (!hasNextPage) return null;
  return (
    <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {isFetchingNextPage ? 'Loading …' : name}
    </button>
  );
}
