/** Offsets in a text in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One coder's position, with the spans of its quotations. */
export interface CodedPosition {
  /** Index in the columns. */
  readonly index: number;
  readonly id: number;
  readonly coder: number;
  readonly document: number;
  readonly condition: number;
  readonly holder: number;
  readonly stance: number;
  /** Id of the version of the document's text that the spans refer to; null without evidence. */
  readonly text: number | null;
  /** In order, without overlap. */
  readonly spans: readonly Span[];
}

/** Positions of different coders on the same words, in order of the words. */
export type Unit = readonly CodedPosition[];

/**
 * Groups the positions of several coders into units of analysis: positions that code the same
 * words. Every position is in exactly one unit; units are in order of document, condition, holder
 * and words.
 *
 * Coders choose their own quotations, so units have to be inferred. Positions can form a unit only
 * if they share document, condition, holder and text, and their quotations overlap. The similarity
 * of two positions is the share of characters that their quotations have in common, |a ∩ b| / |a ∪
 * b| (Jaccard 1912). Pairs are merged in descending order of similarity, unless the merged unit
 * would have two positions of one coder. An unmerged position is a unit of its own, a missing value
 * for every other coder. Ties go to the words that occur first, so that the result depends neither
 * on the order of input nor on the coders' identities.
 *
 * Coders who attribute the same words to different holders have two units, each with a missing
 * value: only stances are compared. (Alpha for unitising also compares the choice of words:
 * Krippendorff 1995, Sociological Methodology 25.)
 *
 * Example: Anna quotes characters 0–40 and 40–80, Ben 10–45. Ben's position forms a unit with
 * Anna's first (30 of 45 characters in common); her second (5 of 70) is a unit of its own.
 * Undefined cases: none; a position without evidence is a unit of its own.
 */
export function matchUnits(positions: readonly CodedPosition[]): readonly Unit[] {
  const units: Unit[] = [];
  let group: CodedPosition[] = [];
  const close = (): void => {
    for (const unit of matchWithin(group)) units.push(unit);
  };
  for (const position of positions.toSorted(byPlace)) {
    const [first] = group;
    if (first && byText(first, position) !== 0) {
      close();
      group = [];
    }
    group.push(position);
  }
  close();
  return units;
}

function byText(a: CodedPosition, b: CodedPosition): number {
  return (
    a.document - b.document ||
    a.condition - b.condition ||
    a.holder - b.holder ||
    (a.text ?? 0) - (b.text ?? 0)
  );
}

function byPlace(a: CodedPosition, b: CodedPosition): number {
  return (
    byText(a, b) ||
    startOf(a) - startOf(b) ||
    endOf(a) - endOf(b) ||
    a.coder - b.coder ||
    a.id - b.id
  );
}

const startOf = ({ spans }: CodedPosition): number => spans[0]?.start ?? 0;
const endOf = ({ spans }: CodedPosition): number => spans.at(-1)?.end ?? 0;

/** Units of the positions on one condition by one holder in one text, in order of place. */
function matchWithin(group: readonly CodedPosition[]): readonly Unit[] {
  // For each position, the indices in the group of all positions of its unit.
  const unitOf = group.map((_, i) => [i]);
  const coderAt = (i: number): number | undefined => group[i]?.coder;
  for (const [i, j] of nearestFirst(group)) {
    const [into, from] = [unitOf[i] ?? [], unitOf[j] ?? []];
    // Positions of one unit share its coders, so a unit is never merged with itself.
    if (into.some((one) => from.some((other) => coderAt(one) === coderAt(other)))) continue;
    into.push(...from);
    for (const k of from) unitOf[k] = into;
  }
  return [...new Set(unitOf)].map((places) =>
    places.toSorted((a, b) => a - b).flatMap((i) => group[i] ?? []),
  );
}

/**
 * Pairs of positions of different coders whose quotations overlap, as indices in the group, in
 * descending order of similarity.
 */
function nearestFirst(group: readonly CodedPosition[]): readonly (readonly [number, number])[] {
  const pairs: { readonly i: number; readonly j: number; readonly nearness: number }[] = [];
  let open: number[] = [];
  for (const [j, later] of group.entries()) {
    open = open.filter((i) => endOf(group[i] ?? later) > startOf(later));
    for (const i of open) {
      const earlier = group[i] ?? later;
      const nearness = earlier.coder === later.coder ? 0 : overlap(earlier.spans, later.spans);
      if (nearness > 0) pairs.push({ i, j, nearness });
    }
    open.push(j);
  }
  return pairs
    .toSorted((a, b) => b.nearness - a.nearness || a.i - b.i || a.j - b.j)
    .map(({ i, j }) => [i, j]);
}

/** |a ∩ b| / |a ∪ b| in characters, 0…1. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const one of a)
    for (const other of b)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared === 0 ? 0 : shared / (lengthOf(a) + lengthOf(b) - shared);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((length, { start, end }) => length + end - start, 0);
}
