import { useState } from 'react';
import type { Viewing } from '../view/use-view.ts';
import { moreRows } from '../view/view.ts';

interface Shown extends Viewing {
  /** Actors. */
  readonly shown: number;
  readonly all: number;
}

/** Says how many actors a picture leaves out, and shows more of them. */
export function MoreRows({ view, change, shown, all }: Shown) {
  const [isPressed, setIsPressed] = useState(false);
  const isAll = shown >= all;
  // Who has pressed it keeps the focus.
  if (isAll && !isPressed) return null;
  return (
    <button
      type="button"
      className="more-rows"
      aria-disabled={isAll}
      onClick={() => {
        if (isAll) return;
        setIsPressed(true);
        change(moreRows(view));
      }}
    >
      {isAll
        ? `All ${all} actors are shown`
        : `${shown} of ${all} actors, those with the most positions: show more`}
    </button>
  );
}
