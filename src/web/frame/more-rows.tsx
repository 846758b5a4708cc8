import type { Viewing } from '../view/use-view.ts';
import { moreRows } from '../view/view.ts';
import { MoreButton } from './more-button.tsx';

interface Shown extends Viewing {
  /** Actors. */
  readonly shown: number;
  readonly all: number;
}

/** Says how many actors a picture leaves out, and shows more of them. */
export function MoreRows({ view, change, shown, all }: Shown) {
  return (
    <MoreButton
      hasNextPage={shown < all}
      isFetchingNextPage={false}
      fetchNextPage={() => change(moreRows(view))}
      name={`${shown} of ${all} actors, those with the most positions: show more`}
      end={`All ${all} actors are shown`}
    />
  );
}
