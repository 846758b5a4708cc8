/** Builds the document of one cable. */
import type { ReadWarning, SourceDocument } from '#src/domain/source-document.ts';
import { guessOtherLanguage } from '../text/guess-language.ts';
import type { SourceLine } from '../text/lines.ts';
import { joinLines } from '../text/lines.ts';
import type { LocatedLine } from './body/located-line.ts';
import { readPassages } from './body/passages.ts';
import { readClassification } from './head/classification.ts';
import { readCreationDate } from './head/creation-date.ts';
import { splitHead } from './head/head-labels.ts';
import { readSubject } from './head/subject.ts';
import { readTags } from './head/tags.ts';
import { type CableLayout, layOutCable } from './lay-out-cable.ts';
import { type PublishedMetadata, parsePublishedMetadata } from './published-metadata.ts';
import { originName } from './reference/normalise-post.ts';
import { normaliseReference } from './reference/normalise-reference.ts';
import { readRefLines } from './reference/ref-lines.ts';
import type { RawCable } from './split-cables.ts';

/**
 * Reads one cable into a document. `links` contains the numbers of the input lines whose paragraph
 * sign was converted to a link.
 */
export function cableDocument(section: RawCable, links: ReadonlySet<number>): SourceDocument {
  const layout = layOutCable(section);
  const published = parsePublishedMetadata(layout.around);
  const headLine = lineOfHead(section);
  const fields = splitHead(layout.head);
  const date = readCreationDate(section.header, published, headLine);
  const own = normaliseReference({
    published: published.reference,
    header: section.header,
    opening: section.opening?.classification ?? null,
    pageHeaders: layout.pageHeaders,
    year: date.year,
    lines: section.lines,
    line: headLine,
  });
  const classified = readClassification(section, layout.head, published, headLine);
  const title = readSubject(fields) ?? published.title;
  const tags = readTags(fields);
  const references = readRefLines(fields, {
    year: date.year,
    post: own.post,
    number: own.number,
  });
  const origin = readOrigin(section, published);
  const author = section.header?.from ?? null;
  const addressees = section.header?.addressees ?? [];
  const { text, lines } = toText(layout);
  const { passages, warnings } = readPassages(lines, layout.body, links);
  const missing = (field: keyof SourceDocument, what: string): ReadWarning => ({
    code: `${field}-missing`,
    field,
    message: `${what} was not found in the cable's head.`,
    line: headLine,
  });
  return {
    format: 'cable',
    kind: 'CABLE',
    reference: own.reference,
    title,
    createdAt: date.createdAt,
    releasedAt: published.releasedAt,
    release: published.fromLeak ? 'LEAK' : 'UNKNOWN',
    classification: classified.classification,
    handling: classified.handling,
    origin,
    author,
    addressees,
    tags,
    references,
    caseNumber: null,
    language: guessOtherLanguage(text) ?? 'en',
    text,
    passages,
    messages: [],
    furniture: layout.furniture,
    warnings: [
      ...own.warnings,
      ...date.warnings,
      ...classified.warnings,
      ...(title === null ? [missing('title', 'A subject')] : []),
      ...(origin === null ? [missing('origin', 'A sending post')] : []),
      ...(author === null ? [missing('author', 'An FM line')] : []),
      ...(addressees.length === 0 ? [missing('addressees', 'A TO line')] : []),
      ...(tags.length === 0 ? [missing('tags', 'A TAGS line')] : []),
      ...references
        .filter((reference) => reference.reference === null)
        .map(
          ({ asWritten }): ReadWarning => ({
            code: 'reference-unresolved',
            field: 'references',
            message: `"${asWritten.slice(0, 80)}" is not a cable reference with a number and year.`,
            line: headLine,
          }),
        ),
      ...section.quotedHeaderLines.map(
        (line): ReadWarning => ({
          code: 'quoted-header',
          field: 'text',
          message: 'The text contains the header of another message.',
          line,
        }),
      ),
      ...warnings,
    ],
    enclosedBy: null,
  };
}

function readOrigin(section: RawCable, published: PublishedMetadata): string | null {
  if (published.origin) return published.origin;
  if (section.header?.from) return originName(section.header.from);
  return section.opening?.classification.post === 'STATE' ? 'Secretary of State' : null;
}

function lineOfHead(section: RawCable): number {
  const index = section.opening?.index ?? section.header?.start ?? 0;
  return section.lines[index]?.number ?? 1;
}

/** The document's text, and its lines with their offsets. */
function toText(layout: CableLayout): {
  readonly text: string;
  readonly lines: readonly LocatedLine[];
} {
  const lines: LocatedLine[] = [];
  let start = 0;
  for (const line of layout.lines) {
    lines.push({ text: line.text, number: line.number, start });
    start += line.text.length + line.lineBreak.length;
  }
  return { text: joinLines(withoutLastBreak(layout.lines)).trimEnd(), lines };
}

function withoutLastBreak(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.map((line, i) => (i === lines.length - 1 ? { ...line, lineBreak: '' } : line));
}
