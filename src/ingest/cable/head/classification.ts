/** Reads a cable's classification and handling captions, from its head or its publisher. */
import type { ReadWarning } from '#src/domain/source-document.ts';
import type { PublishedMetadata } from '../published-metadata.ts';
import type { RawCable } from '../split-cables.ts';
import { publishedClassification, readCaptions } from './classification-line.ts';

const SECURITY: Readonly<Record<string, string>> = {
  U: 'UNCLASSIFIED',
  E: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
  C: 'CONFIDENTIAL',
  S: 'SECRET',
};
const CAPTION_LINE = /^[A-Z*([][A-Z /,;.*()[\]-]{2,60}$/;
/** The first word of a line for the attention of an office. */
const ATTENTION = /^(?:STATE|DEPT|DEPARTMENT|FOR|PASS|NSC|WHITE|FROM|USUN|TO)$|^[A-Z]{1,4}$/;

/** The classification in its published form, and the captions in order. */
export function readClassification(
  section: RawCable,
  head: string,
  published: PublishedMetadata,
  line: number,
): {
  readonly classification: string | null;
  readonly handling: readonly string[];
  readonly warnings: readonly ReadWarning[];
} {
  const classification = section.opening?.classification;
  const captions = new Set(classification?.captions ?? []);
  for (const text of head.split('\n').slice(1)) {
    const trimmed = text.trim().slice(0, 100).toUpperCase();
    if (/^SENSITIVE BUT UNCLASSIFIED\b/.test(trimmed)) captions.add('SBU');
    else {
      const found = isCaptionLine(trimmed) ? readCaptions(trimmed) : leadingCaptions(text);
      for (const caption of found) captions.add(caption);
    }
  }
  const handling = [...captions];
  const warn = (code: string, message: string): readonly ReadWarning[] => [
    { code, field: 'classification', message, line },
  ];
  if (classification) {
    const inText = publishedClassification(classification.level, handling);
    // The publisher may supply captions missing from the text, but not a different classification.
    const isFuller = published.classification?.startsWith(`${inText}//`) ?? false;
    return { classification: isFuller ? published.classification : inText, handling, warnings: [] };
  }
  if (published.classification) {
    const message = 'The text has no classification line; the publisher’s classification was used.';
    return {
      classification: published.classification,
      handling,
      warnings: warn('classification-from-publisher', message),
    };
  }
  const security = SECURITY[section.header?.security?.charAt(0) ?? ''];
  if (security) {
    const message =
      'The text has no classification line; that of the transmission header was used.';
    return {
      classification: security,
      handling,
      warnings: warn('classification-from-header', message),
    };
  }
  const message = 'No classification line was found.';
  return { classification: null, handling, warnings: warn('classification-missing', message) };
}

/**
 * Whether a line contains only captions: `SIPDIS`, `NOFORN SENSITIVE`, `*** SENSITIVE, SIPDIS ***`.
 */
function isCaptionLine(text: string): boolean {
  if (!CAPTION_LINE.test(text)) return false;
  return lettersOf(readCaptions(text).join('')) === lettersOf(text);
}

/** The captions at the start of a line of capitals: `NOFORN SIPDIS STATE FOR EUR/RPM`. */
function leadingCaptions(line: string): readonly string[] {
  const words = line
    .trim()
    .slice(0, 100)
    .split(/[ ,/]+/);
  const end = words.findIndex((word) => readCaptions(word).length === 0);
  if (/[a-z]/.test(line) || (end >= 0 && !ATTENTION.test(words[end] ?? ''))) return [];
  return readCaptions(words.slice(0, end < 0 ? words.length : end).join(' '));
}

function lettersOf(text: string): string {
  return text.replace(/[^A-Z]/g, '');
}
