/**
 * Finds a quotation in a text verbatim, except for what a reader does not see: white space, composition and
 * invisible characters. The result is a W3C text position
 * selector, with a text quote selector to find the quotation again in another edition.
 * https://www.w3.org/TR/annotation-model/#selectors
 */
import search from 'approx-string-match';
import type { EvidenceDraft, PassageDraft, TextDraft } from '#src/domain/corpus.ts';
import { type Folded, foldText } from '#src/domain/words.ts';
import { describeDifference } from './describe-difference.ts';
import { replaceLookAlikes } from './look-alikes.ts';

/** A text prepared for anchoring many quotations. */
export interface AnchorText {
  readonly text: string;
  readonly folded: Folded;
  readonly passages: readonly PassageDraft[];
  /** Whether words are missing between the passages: a quotation must lie within one. */
  readonly isExcerpts: boolean;
}

export type Anchoring =
  | { readonly kind: 'anchored'; readonly evidence: EvidenceDraft }
  | { readonly kind: 'missing'; readonly nearest: NearestPassage | null }
  | {
      readonly kind: 'ambiguous';
      readonly passages: readonly (PassageDraft | null)[];
      readonly places: readonly EvidenceDraft[];
    }
  /** It does not stand at its offsets; `there` is what does, `places` is where it stands. */
  | {
      readonly kind: 'misplaced';
      readonly there: string;
      readonly places: readonly EvidenceDraft[];
    };

/** UTF-16 units of a text, end exclusive. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** The passage most similar to a quotation that does not occur in the text. */
export interface NearestPassage {
  readonly passage: PassageDraft | null;
  /** The words of the text there, with white space folded. */
  readonly words: string;
  /** In which letters the quotation differs from them, in a sentence; empty if it does not. */
  readonly difference: string;
}

/** Units of context on each side of a quotation. */
const CONTEXT = 32;
/**
 * Number of units of a misquotation that are searched; more take longer without a better result.
 */
const SEARCH_LENGTH = 200;
const MAX_ERROR_RATE = 0.4;

export function prepareAnchoring({
  text,
  passages,
  coverage,
}: Pick<TextDraft, 'text' | 'passages' | 'coverage'>): AnchorText {
  return { text, folded: foldText(text), passages, isExcerpts: coverage === 'EXCERPTS' };
}

/**
 * Finds `quote`; `passageNumber` restricts the search to the paragraph with that number, `offsets` to one
 * place. White space and invisible characters around the words may be within the offsets.
 */
export function anchorQuotation(
  into: AnchorText,
  quote: string,
  passageNumber: number | null,
  offsets: Offsets | null = null,
): Anchoring {
  const wanted = foldText(quote).text;
  const all = occurrences(into, wanted);
  const inPassage =
    passageNumber === null ? all : all.filter((o) => numberAt(into, o) === passageNumber);
  const found = offsets === null ? inPassage : inPassage.filter((o) => isAt(into, o, offsets));
  const [only] = found;
  if (only === undefined && offsets !== null && all.length > 0) {
    const there = wholeCharacters(into.text, offsets.start, offsets.end);
    return { kind: 'misplaced', there, places: all };
  }
  if (only === undefined) return { kind: 'missing', nearest: findNearest(into, wanted) };
  return found.length === 1 ? { kind: 'anchored', evidence: only } : ambiguous(into, found);
}

function ambiguous(into: AnchorText, places: readonly EvidenceDraft[]): Anchoring {
  return { kind: 'ambiguous', places, passages: places.map((o) => passageOf(into, o)) };
}

/** Whether the offsets hold this occurrence and nothing else that a reader sees. */
function isAt({ text }: AnchorText, found: EvidenceDraft, { start, end }: Offsets): boolean {
  return (
    start <= found.start &&
    found.end <= end &&
    foldText(text.slice(start, found.start)).text === '' &&
    foldText(text.slice(found.end, end)).text === ''
  );
}

/**
 * Finds evidence in another edition of its text by its words and, if these recur, by their context.
 */
export function reanchor(into: AnchorText, evidence: EvidenceDraft): Anchoring {
  const all = occurrences(into, foldText(evidence.exact).text);
  const similarity = (o: EvidenceDraft): number =>
    commonEnd(o.prefix, evidence.prefix) + commonStart(o.suffix, evidence.suffix);
  const best = Math.max(...all.map(similarity));
  const found = all.filter((o) => similarity(o) === best);
  const [only] = found;
  if (only === undefined)
    return { kind: 'missing', nearest: findNearest(into, foldText(evidence.exact).text) };
  return found.length === 1 ? { kind: 'anchored', evidence: only } : ambiguous(into, found);
}

/** Share of a quotation's units that may differ in a corrected text for it to be the same quotation. */
const MAX_CORRECTED = 0.1;

/**
 * Finds evidence in a corrected text: by its words, where it was or else by their context or else where
 * they occur nearest to where it was; or by words of which at most a tenth was corrected, if
 * nothing else is as similar. Null if it has no place there.
 */
export function anchorCorrected(into: AnchorText, evidence: EvidenceDraft): EvidenceDraft | null {
  const wanted = foldText(evidence.exact).text;
  const all = occurrences(into, wanted);
  const inPlace = all.find(({ start }) => start === evidence.start);
  if (inPlace !== undefined) return inPlace;
  const byContext = reanchor(into, evidence);
  if (byContext.kind === 'anchored') return byContext.evidence;
  const distance = ({ start }: EvidenceDraft): number => Math.abs(start - evidence.start);
  const [nearest, next] = all.toSorted((a, b) => distance(a) - distance(b));
  if (nearest !== undefined)
    return next !== undefined && distance(next) === distance(nearest) ? null : nearest;
  const matches = search(into.folded.text, wanted, Math.floor(wanted.length * MAX_CORRECTED));
  const fewest = Math.min(...matches.map(({ errors }) => errors));
  const best = matches.filter(({ errors }) => errors === fewest);
  // The same place is found with other beginnings and ends: the longest is the whole quotation.
  const [longest] = best.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (
    longest === undefined ||
    best.some(({ start, end }) => end <= longest.start || start >= longest.end)
  )
    return null;
  return evidenceAt(into, longest.start, longest.end);
}

function occurrences(into: AnchorText, wanted: string): readonly EvidenceDraft[] {
  const found: EvidenceDraft[] = [];
  if (wanted === '') return found;
  for (
    let at = into.folded.text.indexOf(wanted);
    at >= 0;
    at = into.folded.text.indexOf(wanted, at + 1)
  ) {
    const evidence = evidenceAt(into, at, at + wanted.length);
    if (!into.isExcerpts || evidence.passage !== null) found.push(evidence);
  }
  return found;
}

/** The evidence at these offsets of the folded text. */
function evidenceAt(
  { text, folded, passages }: AnchorText,
  from: number,
  to: number,
): EvidenceDraft {
  const start = folded.origin[from] ?? 0;
  const end = folded.ends[to - 1] ?? 0;
  const passage = passages.findIndex((p) => p.start <= start && end <= p.end);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: wholeCharacters(text, Math.max(0, start - CONTEXT), start),
    suffix: wholeCharacters(text, end, Math.min(text.length, end + CONTEXT)),
    passage: passage < 0 ? null : passage,
  };
}

/** A slice that does not begin or end inside a surrogate pair, which the database cannot store. */
function wholeCharacters(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/^[\udc00-\udfff]/, '')
    .replace(/[\ud800-\udbff]$/, '');
}

function passageOf(into: AnchorText, evidence: EvidenceDraft): PassageDraft | null {
  return evidence.passage === null ? null : (into.passages[evidence.passage] ?? null);
}

function numberAt(into: AnchorText, evidence: EvidenceDraft): number | null {
  return passageOf(into, evidence)?.number ?? null;
}

function findNearest(into: AnchorText, wanted: string): NearestPassage | null {
  const pattern = replaceLookAlikes(wanted.slice(0, SEARCH_LENGTH));
  const alike = replaceLookAlikes(into.folded.text);
  const matches = search(alike, pattern, Math.floor(pattern.length * MAX_ERROR_RATE));
  const [best] = matches.toSorted((a, b) => a.errors - b.errors);
  if (!best) return null;
  const start = into.folded.origin[best.start] ?? 0;
  const end = best.start + wanted.length;
  return {
    passage: into.passages.find((p) => p.start <= start && start < p.end) ?? null,
    words: upToWordEnd(into.folded.text, best.start, end),
    difference: describeDifference(into.folded.text.slice(best.start, end + CONTEXT), wanted),
  };
}

/** A slice extended to the end of its last word, unless that word is too long. */
function upToWordEnd(text: string, start: number, end: number): string {
  const blank = text.indexOf(' ', end);
  return text.slice(start, blank < 0 || blank > end + CONTEXT ? end : blank);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length))
    length += 1;
  return length;
}
