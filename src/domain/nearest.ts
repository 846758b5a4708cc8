import leven from 'leven';

/**
 * The known names nearest to a mistyped one, best first: at most `limit`, and none so far off
 * that it would puzzle (more than half of the letters wrong), unless the one contains the other.
 */
function nearest(name: string, known: Iterable<string>, limit = 3): readonly string[] {
  const wanted = name.toLowerCase();
  return [...known]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const contained = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
      const tooFar = Math.max(wanted.length, other.length) / 2;
      // So many letters more or fewer are edits too: no need to count the others.
      const lengths = Math.abs(wanted.length - other.length);
      const edits = contained ? 1 : lengths > tooFar ? lengths : leven(wanted, other);
      return { candidate, edits, tooFar };
    })
    .filter(({ edits, tooFar }) => edits <= tooFar)
    .toSorted((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** `Did you mean "x", "y"?`, or nothing where nothing is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near.length === 0 ? '' : ` Did you mean ${near.map((n) => `"${n}"`).join(', ')}?`;
}
