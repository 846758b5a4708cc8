import type { Viewing } from '../view/use-view.ts';
import { moreRows } from '../view/view.ts';

interface Shown extends Viewing {
  /** Actors. */
  readonly shown: number;
  readonly all: number;
}

/** Says how many actors a picture leaves out, and shows more of them. */
export function MoreRows({ view, change, shown, all }: Shown) {
  if (shown >= all) return null;
  return (
    <button type="button" className="more-rows" onClick={() => change(moreRows(view))}>
      {shown} of {all} actors, those with the most positions: show more
    </button>
  );
}
