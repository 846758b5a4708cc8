import type { ViewControls } from '../address/use-view.ts';
import { withMoreActors } from '../address/view-variables.ts';
import { LoadMoreButton } from './load-more-button.tsx';

interface Shown extends ViewControls {
  /** Actors. */
  readonly shown: number;
  readonly all: number;
}

/** Says how many actors a picture leaves out, and shows more of them. */
export function ShowMoreActors({ view, change, shown, all }: Shown) {
  return (
    <LoadMoreButton
      hasNextPage={shown < all}
      isFetchingNextPage={false}
      fetchNextPage={() => change(withMoreActors(view))}
      name={`${shown} of ${all} actors, those with the most positions: show more`}
      end={`All ${all} actors are shown`}
    />
  );
}
