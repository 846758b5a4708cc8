/**
 * For whom a document was written: its authors, and everyone whom they spoke for on the day of writing. A
 * dated document counts by its date, of a month or year by the first day. An undated one was written no
 * earlier than the latest statement that is coded in it, and no later than its release: it counts by the
 * first of these days that is known, else by what its authors were part of last.
 */
import {
  type AffiliationIndex,
  isUnambiguous,
  type LineageSpan,
  lineageSpans,
} from './affiliation.ts';
import type { DocumentHead } from './document-table.ts';

type DatedHead = Pick<DocumentHead, 'authors' | 'createdOn' | 'writtenFrom' | 'writtenTo'>;

/** The lineages of a document's authors by the day that counts, nearest first. */
export function writtenFor(
  { authors, createdOn, writtenFrom, writtenTo }: DatedHead,
  affiliations: AffiliationIndex,
): readonly (readonly number[])[] {
  const day = createdOn ?? writtenFrom ?? writtenTo ?? Infinity;
  return authors.map(
    (author) => lineageSpans(author, affiliations).find(({ to }) => day <= to)?.lineage ?? [author],
  );
}

/**
 * Whether the lineages of a document's authors are certain, and the same on each day on which it can have
 * been written.
 */
export function isWrittenForCertain(head: DatedHead, affiliations: AffiliationIndex): boolean {
  // Spans that follow each other differ: where two overlap the days, something does.
  return head.authors.every((author) => {
    const spans = possibleSpans(head, author, affiliations);
    return spans.length === 1 && spans.every(isUnambiguous);
  });
}

/** The same for the parties of its authors alone. */
export function isAuthorPartyCertain(head: DatedHead, affiliations: AffiliationIndex): boolean {
  return head.authors.every((author) => {
    const spans = possibleSpans(head, author, affiliations);
    return (
      spans.every(({ isCertain }) => isCertain) &&
      new Set(
        spans.flatMap(({ lineage, others }) => [lineage, ...others].map((line) => line.at(-1))),
      ).size === 1
    );
  });
}

/** The author's lineages on the days on which the document can have been written. */
function possibleSpans(
  { createdOn, writtenFrom, writtenTo }: DatedHead,
  author: number,
  affiliations: AffiliationIndex,
): readonly LineageSpan[] {
  const first = createdOn ?? writtenFrom ?? -Infinity;
  // What is coded as said after the release makes the release no bound.
  const last = Math.max(writtenTo ?? Infinity, first);
  return lineageSpans(author, affiliations).filter(({ from, to }) => from <= last && first <= to);
}
