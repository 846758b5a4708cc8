import type { Viewing } from '../view/use-view.ts';
import { moreRows } from '../view/view.ts';

interface Shown extends Viewing {
  readonly comparison: { readonly actorCount: number; readonly rows: readonly unknown[] };
}

/** Says how many actors a picture leaves out, and shows more of them. */
export function MoreRows({ view, change, comparison: { actorCount, rows } }: Shown) {
  if (rows.length >= actorCount) return null;
  return (
    <button type="button" className="more-rows" onClick={() => change(moreRows(view))}>
      {rows.length} of {actorCount} actors, those with the most positions: show more
    </button>
  );
}
