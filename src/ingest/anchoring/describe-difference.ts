/** Code points that are compared after the first difference; more take longer and tell no more. */
const COMPARED = 200;
/** Differences that are described. */
const SHOWN = 3;
/** Code points of a difference that are named by number. */
const NUMBERED = 3;

/** What a text has in one place, and what a quotation has there. */
interface Difference {
  readonly text: string;
  readonly quotation: string;
}

/**
 * The first differences between a quotation and the words of a text where it should stand, in a
 * sentence each, with the code points of characters that are not ASCII: look-alikes cannot be told
 * apart otherwise. Empty if there is none. What the text has after the quotation is no difference.
 *
 * Example: `they don’t`, `they don't` → ` The text has "’" (U+2019) where the quotation has "'" (U+0027).`
 */
export function describeDifference(text: string, quotation: string): string {
  const differences = findDifferences(text, quotation);
  const sentences = differences
    .slice(0, SHOWN)
    .map(
      (each) =>
        `the text has ${show(each, each.text)} where the quotation has ${show(each, each.quotation)}`,
    );
  if (sentences.length === 0) return '';
  const more = differences.length > SHOWN ? '; and more' : '';
  return ` T${sentences.join('; ').slice(1)}${more}.`;
}

function show(whole: Difference, part: string): string {
  if (part === '') return 'nothing';
  const points = Array.from(part, codePoint);
  const isPlain = /^[ -~]*$/.test(whole.text + whole.quotation);
  return isPlain || points.length > NUMBERED ? `"${part}"` : `"${part}" (${points.join(' ')})`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The differences in order, by the fewest insertions, deletions and replacements. */
function findDifferences(text: string, quotation: string): readonly Difference[] {
  const [a, b] = [Array.from(text), Array.from(quotation)];
  let same = 0;
  while (same < b.length && a[same] === b[same]) same += 1;
  if (same === b.length) return [];
  const isWhole = b.length - same <= COMPARED;
  return align(a.slice(same, same + COMPARED + 40), b.slice(same, same + COMPARED), isWhole);
}

/** Aligns two lists of characters (Levenshtein 1966); the end of `a` may be left over. */
function align(
  a: readonly string[],
  b: readonly string[],
  isWhole: boolean,
): readonly Difference[] {
  const width = b.length + 1;
  const errors = new Uint16Array((a.length + 1) * width);
  for (let j = 0; j < width; j += 1) errors[j] = j;
  const at = (i: number, j: number): number => errors[i * width + j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    errors[i * width] = i;
    for (let j = 1; j < width; j += 1)
      errors[i * width + j] = Math.min(
        at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
      );
  }
  // Of ends with equally few errors, the one that leaves both equally long.
  const ends = isWhole ? a.map((_, k) => k + 1).concat(0) : [a.length];
  const distance = (k: number): number => Math.abs(k - b.length);
  let [i = 0] = ends.toSorted(
    (k, l) => at(k, b.length) - at(l, b.length) || distance(k) - distance(l),
  );
  const found: { text: string; quotation: string }[] = [];
  let isOpen = false;
  for (let j = b.length; i > 0 || j > 0; ) {
    const here = at(i, j);
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1] && at(i - 1, j - 1) === here) {
      isOpen = false;
      [i, j] = [i - 1, j - 1];
      continue;
    }
    const first = isOpen ? found[0] : undefined;
    const open = first ?? { text: '', quotation: '' };
    if (first === undefined) found.unshift(open);
    isOpen = true;
    const replaces = i > 0 && j > 0 && at(i - 1, j - 1) + 1 === here;
    const deletes = !replaces && i > 0 && at(i - 1, j) + 1 === here;
    if (replaces || deletes) open.text = `${a[i - 1]}${open.text}`;
    if (!deletes) open.quotation = `${b[j - 1]}${open.quotation}`;
    if (replaces || deletes) i -= 1;
    if (!deletes) j -= 1;
  }
  return found;
}
