/**
 * Units of analysis: which positions, coded apart by several coders, are of the same words.
 *
 * Coders choose their own quotations, so that units are not given but found. Positions can be one
 * unit only if they are of the same document, condition and holder, their quotations are from the
 * same text, and the quotations overlap. How near two positions are is the share of their
 * characters that they have in common, |a ∩ b| / |a ∪ b| (Jaccard 1912). Pairs are joined from the
 * nearest to the farthest; two units become one unless both have a position of the same coder, for
 * a unit has one value of each coder. What is left over is a unit of its own, a missing value for
 * everybody else. Ties go to the words that stand first, so that nothing depends on the order of
 * input or on who is who among the coders.
 *
 * Coders who give the same words to different holders have two units, each missing the other:
 * only stances are compared. (To compare the choice of words as well is another measure, alpha for
 * unitising: Krippendorff 1995, Sociological Methodology 25.)
 *
 * Example: Anna quotes characters 0–40 and 40–80, Ben 10–45: Ben's position is one unit with
 * Anna's first (30 of 45 in common), and her second (5 of 70) is a unit of its own.
 * Undefined cases: none. Positions without evidence are units of their own.
 */

/** Offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One coder's position, with the place of the words that it rests on. */
export interface CodedPosition {
  /** Row of the columns. */
  readonly row: number;
  readonly id: number;
  readonly coder: number;
  readonly document: number;
  readonly condition: number;
  readonly holder: number;
  readonly stance: number;
  /** The version of the document's text in which the spans are; null without evidence. */
  readonly text: number | null;
  /** In order, without overlap among themselves. */
  readonly spans: readonly Span[];
}

/** Positions of different coders on the same words, in the order of the words. */
export type Unit = readonly CodedPosition[];

/** Every position in exactly one unit. Units are in order of document, condition, holder, words. */
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

/** Of positions in one text on one condition by one holder, in order of place. */
function matchWithin(group: readonly CodedPosition[]): readonly Unit[] {
  // Of each position, the places in the group of all that are in its unit.
  const unitOf = group.map((_, i) => [i]);
  const coderAt = (i: number): number | undefined => group[i]?.coder;
  for (const [i, j] of nearestFirst(group)) {
    const [into, from] = [unitOf[i] ?? [], unitOf[j] ?? []];
    // Two positions of one unit share its coders too, so that it is not joined to itself.
    if (into.some((one) => from.some((other) => coderAt(one) === coderAt(other)))) continue;
    into.push(...from);
    for (const k of from) unitOf[k] = into;
  }
  return [...new Set(unitOf)].map((places) =>
    places.toSorted((a, b) => a - b).flatMap((i) => group[i] ?? []),
  );
}

/** The pairs of different coders whose words overlap, by their places in the group. */
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
