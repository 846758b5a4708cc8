/** In the place of a picture of nothing; `what` says what there is none of. */
export function EmptyResult({ what = 'No position passes these filters.' }) {
  return <p className="nothing">{what} Choose a longer period, or fewer filters.</p>;
}
