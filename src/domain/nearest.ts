import leven from 'leven';

/** Longer names are not compared: they are no slip of the keyboard. */
const MAX_LENGTH = 200;
/** Of more known names than this, as many with the same first two letters are compared. */
const MAX_COMPARED = 5000;

/**
 * The known names most similar to a mistyped one, best first: at most `limit`, each with at most
 * half of its letters wrong, unless one name contains the other.
 */
function nearest(name: string, known: Iterable<string>, limit = 3): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const target = name.toLowerCase();
  const names = [...known];
  const start = names.length > MAX_COMPARED ? target.slice(0, 2) : '';
  return names
    .filter((candidate) => candidate.slice(0, start.length).toLowerCase() === start)
    .slice(0, MAX_COMPARED)
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
