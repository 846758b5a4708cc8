import type { ViewControls } from '../address/use-view.ts';
import { withMoreActors } from '../address/view-variables.ts';
import { LoadMoreButton } from './load-more-button.tsx';

interface ShowMoreActorsProps extends ViewControls {
  /** Number of actors shown. */
  readonly shown: number;
  /** Number of actors with positions in the view. */
  readonly total: number;
}

/** States how many actors a chart leaves out, and shows more of them. */
export function ShowMoreActors({ view, change, shown, total }: ShowMoreActorsProps) {
  return (
    <LoadMoreButton
      hasNextPage={shown < total}
      isFetchingNextPage={false}
      fetchNextPage={() => change(withMoreActors(view))}
      label={`Showing ${shown} of ${total} actors, by number of positions. Show more`}
      endLabel={`Showing all ${total} actors`}
    />
  );
}
