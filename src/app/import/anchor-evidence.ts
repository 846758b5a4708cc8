/** The quotations of a coding find their places in the text. */
import type { EvidenceDraft } from '#src/domain/corpus.ts';
import {
  type Anchoring,
  type AnchorText,
  anchorQuotation,
  type NearestPassage,
} from '#src/ingest/anchoring/anchor-quotation.ts';
import {
  type CodedQuotation,
  type CodedStatement,
  quotationsOf,
} from '#src/ingest/data-files/coding-file.ts';
import type { Path } from '#src/ingest/data-files/read-yaml.ts';

type Report = (at: Path, message: string) => void;

/**
 * The evidence of a statement's quotations, in their order. Null, after a report, if one of them is not in
 * the text, is in several places, or overlaps another.
 */
export function anchorEvidence(
  statement: CodedStatement,
  at: Path,
  reference: string,
  text: AnchorText,
  report: Report,
): readonly EvidenceDraft[] | null {
  const evidence: EvidenceDraft[] = [];
  let isComplete = true;
  for (const quotation of quotationsOf(statement)) {
    const { quote, passage, offsets } = quotation;
    const anchoring = anchorQuotation(text, quote, passage, offsets);
    const problem =
      anchoring.kind === 'anchored'
        ? whyNotBeside(anchoring.evidence, evidence)
        : whyNotAnchored(anchoring, quotation, reference, text);
    if (problem !== null) {
      report([...at, ...quotation.at], problem);
      isComplete = false;
    } else if (anchoring.kind === 'anchored') evidence.push(anchoring.evidence);
  }
  return isComplete ? evidence : null;
}

/** Whether two quotations share words. */
export function overlaps(one: EvidenceDraft, other: EvidenceDraft): boolean {
  return one.start < other.end && other.start < one.end;
}

function whyNotBeside(found: EvidenceDraft, others: readonly EvidenceDraft[]): string | null {
  const other = others.find((each) => overlaps(each, found));
  if (other === undefined) return null;
  return `The quotation stands at ${placeOf(found)}, and another one of this statement at ${placeOf(other)}. Quote words that overlap once.`;
}

function whyNotAnchored(
  anchoring: Exclude<Anchoring, { readonly kind: 'anchored' }>,
  { passage, offsets }: CodedQuotation,
  reference: string,
  text: AnchorText,
): string {
  if (anchoring.kind === 'missing')
    return `The quotation does not occur verbatim in ${text.isExcerpts ? 'one of the excerpts of ' : ''}${reference}.${describeNearest(anchoring.nearest)}`;
  const numberOf = ({ passage: index }: EvidenceDraft): number | null =>
    index === null ? null : (text.passages[index]?.number ?? null);
  const where = (each: EvidenceDraft): string => {
    const number = numberOf(each);
    return number === null ? placeOf(each) : `${placeOf(each)} (paragraph ${number})`;
  };
  const places = anchoring.places.map(where).join(' and at ');
  if (anchoring.kind === 'ambiguous') {
    const [first] = anchoring.places;
    return `The quotation occurs ${anchoring.places.length} times in ${reference}, at ${places}. Lengthen it, or add where it stands, for example start: ${first?.start}, end: ${first?.end}${passage === null ? `, or the paragraph number, for example passage: ${numberOf(first as EvidenceDraft) ?? 3}` : ''}.`;
  }
  const paragraph = passage === null ? '' : ` in paragraph ${passage}`;
  return `The quotation does not stand at ${offsets?.start}–${offsets?.end}${paragraph} of ${reference}: there stands ${excerpt(anchoring.there)}. It stands at ${places}. Offsets count UTF-16 units of the stored text, end exclusive.`;
}

function placeOf({ start, end }: EvidenceDraft): string {
  return `${start}–${end}`;
}

/** Units of a text that a message shows. */
const SHOWN = 200;

/** Words of a text for a message, with code points in place of what cannot be seen. */
function excerpt(words: string): string {
  if (words === '') return 'nothing, for the text ends before';
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN).toWellFormed()}…` : words;
  const visible = shown
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      /[\p{Cf}\p{Cc}]/gu,
      (sign) => `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
    );
  return `"${visible}"`;
}

/** The passage with the words closest to those that were not found, and how these differ. */
export function describeNearest(nearest: NearestPassage | null): string {
  if (nearest === null) return ' The text contains nothing similar.';
  const number = nearest.passage?.number;
  const where =
    number === undefined || number === null
      ? 'The closest text is'
      : `Paragraph ${number} has the closest text`;
  return ` ${where}: "${nearest.words}".${nearest.difference}`;
}
