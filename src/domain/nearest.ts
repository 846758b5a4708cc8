import leven from 'leven';

/**
 * The known names most similar to a mistyped one, best first: at most `limit`, each with at most
 * half of its letters wrong, unless one name contains the other.
 */
function nearest(name: string, known: Iterable<string>, limit = 3): readonly string[] {
  const target = name.toLowerCase();
  return [...known]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const contained = target.length > 2 && (other.includes(target) || target.includes(other));
      const tooFar = Math.max(target.length, other.length) / 2;
      // The difference in length is a lower bound of the edits.
      const lengths = Math.abs(target.length - other.length);
      const edits = contained ? 1 : lengths > tooFar ? lengths : leven(target, other);
      return { candidate, edits, tooFar };
    })
    .filter(({ edits, tooFar }) => edits <= tooFar)
    .toSorted((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean "x", "y"?`, with a leading blank; empty if no known name is similar. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near.length === 0 ? '' : ` Did you mean ${near.map((n) => `"${n}"`).join(', ')}?`;
}
