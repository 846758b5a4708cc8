/**
 * The line that opens a cable's text: classification, captions, section, post and number, as in
 * `C O N F I D E N T I A L SECTION 01 OF 02 MOSCOW 000828`.
 */
import leven from 'leven';

/** The fields of the opening line; `post` and `number` are null if it does not contain them. */
export interface ClassificationLine {
  readonly level: Level;
  /** `FOR OFFICIAL USE ONLY`, `NOFORN` and other captions on the same line. */
  readonly captions: readonly string[];
  readonly section: number | null;
  /** As written: `TEL AVIV`. */
  readonly post: string | null;
  /** As written, leading zeros included. */
  readonly number: string | null;
}

export type Level = 'TOP SECRET' | 'SECRET' | 'CONFIDENTIAL' | 'UNCLASSIFIED' | 'LIMITED';

// Longer words first, so that UNCLASSIFIED is not read as UNCLAS plus a remainder.
const WORDS: readonly (readonly [string, Level])[] = [
  ['SENSITIVEBUTUNCLASSIFIED', 'LIMITED'],
  ['LIMITEDOFFICIALUSE', 'LIMITED'],
  ['FOROFFICIALUSEONLY', 'LIMITED'],
  ['CONFIDENTIAL', 'CONFIDENTIAL'],
  ['UNCLASSIFIED', 'UNCLASSIFIED'],
  ['TOPSECRET', 'TOP SECRET'],
  ['UNCLASS', 'UNCLASSIFIED'],
  ['SECRET', 'SECRET'],
  ['UNCLAS', 'UNCLASSIFIED'],
];

/** Captions in a cable's head, alone on a line or after the classification. */
const CAPTIONS =
  /\b(SIPDIS|NOFORN|NODIS|EXDIS|STADIS|LIMDIS|ROGER CHANNEL|NOCONTRACT|ORCON|TERREP|SENSITIVE|FOR OFFICIAL USE ONLY|FOUO|SBU|EFTO|NOWEB)\b/g;

const SECTION =
  /\b[A-Z]{3,8} {1,3}([0-9OQ]{1,3})[A-Z]? {0,2}(?:OF|0F|GF|QF|O|F) {1,3}[0-9OQ]{1,3}\b|\b([0-9]{1,2}) {1,3}OF {1,3}[0-9]{1,2}\b/;
/** Operators' notes on the line: a retransmission, a correction, or the reason for it. */
const CORRECTION =
  /\bCORRECTED ?(?:COPY)?\b|\bCOPY\b|\bDECAPTIONED\b|\bZ[A-Z]{2}[0-9]?\b(?! [A-Z])|\bZ(?:DK|DS|FF|FG|FH|UG|OC)[0-9]?\b/g;
/** Captions that are letter-spaced like the classification: `N O F O R N`. */
const SPACED_WORD = /NOFORN|EXDIS|NODIS|SIPDIS|EFTO|SENSITIVE|CORRECTED|COPY|SECTION/g;
const SPACED = /\b(?:[A-Z] ){3,}[A-Z]\b/g;
const FIELDS = /\b(?:E\. ?O\.|EO 1|TAGS\b|SUBJECT\b|SUBJ\b)/;
const REST_OF_HEAD =
  /\b(?:SIPDIS|E\. ?O\.|EO 1|TAGS\b|SUBJECT\b|SUBJ\b|STATE FOR|DEPT FOR|PASS TO|FOR:)/;

/** Reads a line as a cable's opening line; null if it does not begin with a classification. */
export function parseClassificationLine(line: string): ClassificationLine | null {
  const upper = line.slice(0, 400).trim().toUpperCase();
  const found = levelAtStart(upper);
  if (!found) return null;
  const { level, after } = found;
  let rest = closeSpacing(upper.slice(after));
  if (/^[ \t]*[,;:'’]/.test(rest) || /^\.\w/.test(rest)) return null;
  const captions = readCaptions(rest.slice(0, FIELDS.exec(rest)?.index));
  const end = REST_OF_HEAD.exec(rest.replace(/\bSUBJECT LINE\b/, 'subject line'));
  if (end) rest = rest.slice(0, end.index);
  const sectionMatch = SECTION.exec(rest);
  const section = sectionMatch ? Number(sectionMatch[1] ?? sectionMatch[2]) : null;
  if (sectionMatch)
    rest = `${rest.slice(0, sectionMatch.index)} ${rest.slice(sectionMatch.index + sectionMatch[0].length)}`;
  rest = rest
    .replace(CAPTIONS, ' ')
    .replace(CORRECTION, ' ')
    .replace(/\bSUBJECT LINE\b/, ' ')
    .replace(/[/\\()]+/g, ' ');
  rest = rest.replace(/\s+/g, ' ').trim();
  const numbered = /^([A-Z][A-Z .'-]{1,40}?) ?#?([0-9][0-9O]{0,7})\b/.exec(rest);
  const unnumbered = /^[A-Z][A-Z .'-]{1,30}$/.exec(rest);
  return {
    level,
    captions,
    section: section !== null && Number.isNaN(section) ? null : section,
    post: numbered?.[1]?.trim() ?? unnumbered?.[0] ?? null,
    number: numbered?.[2]?.replace(/O/g, '0') ?? null,
  };
}

/** Removes letter-spacing from captions: `N O F O R N` → `NOFORN`. */
function closeSpacing(text: string): string {
  if (!/ [A-Z] [A-Z] [A-Z] /.test(` ${text} `)) return text;
  return text.replace(SPACED, (run) => run.replace(/ /g, '').replace(SPACED_WORD, ' $& ').trim());
}

/** The captions in a text in capitals, in order: `SIPDIS`, `NOFORN`, `EFTO`. */
export function readCaptions(text: string): readonly string[] {
  return [
    ...closeSpacing(text)
      .replace(/\/ ?NF\b/g, '/NOFORN')
      .matchAll(CAPTIONS),
  ].map((match) => match[1] ?? '');
}

/**
 * The classification as published: `CONFIDENTIAL//NOFORN`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY`.
 */
export function publishedClassification(level: Level, captions: readonly string[]): string {
  if (level === 'LIMITED') return 'UNCLASSIFIED//FOR OFFICIAL USE ONLY';
  if (level === 'UNCLASSIFIED') {
    const limited = captions.some((caption) =>
      /^(?:SENSITIVE|SBU|FOUO|FOR OFFICIAL|EFTO)/.test(caption),
    );
    return limited ? 'UNCLASSIFIED//FOR OFFICIAL USE ONLY' : level;
  }
  return captions.includes('NOFORN') ? `${level}//NOFORN` : level;
}

/** Reads the classification at the start of a line, in any letter-spacing. */
function levelAtStart(line: string): { level: Level; after: number } | null {
  for (const [word, level] of WORDS) {
    const after = endOfWordAtStart(line, word);
    if (after !== null) return { level, after };
  }
  return misspelledAtStart(line);
}

function endOfWordAtStart(line: string, word: string): number | null {
  let at = 0;
  for (const letter of word) {
    while (line[at] === ' ' || line[at] === '\t') at += 1;
    if (line[at] !== letter) return null;
    at += 1;
  }
  return at === line.length || !/[A-Z0-9]/.test(line.charAt(at)) ? at : null;
}

/** `UNLCAS SECTION 01 OF 02 KABUL 001234`: never prose, whatever the first word is. */
const NUMBERED_LINE =
  /^([A-Z]{5,14})(?: SECTION [0-9]{1,2} OF [0-9]{1,2})? [A-Z][A-Z .'-]{2,30} [0-9]{5,6}$/;

function sortLetters(letters: string): string {
  return letters.split('').toSorted().join('');
}

/**
 * Whether the words differ by two transposed letters, or by one wrong letter (two in a long word).
 */
function isTypo(written: string, word: string): boolean {
  const distance = leven(written, word);
  return (
    distance <= (word.length > 8 ? 2 : 1) ||
    (distance === 2 && sortLetters(written) === sortLetters(word))
  );
}

/**
 * Reads a misspelt classification: a letter-spaced word is never prose, so an error or two is safe.
 */
function misspelledAtStart(line: string): { level: Level; after: number } | null {
  const numbered = NUMBERED_LINE.exec(line)?.[1];
  if (numbered !== undefined) {
    const near = WORDS.find(([word]) => word.length >= 6 && isTypo(numbered, word));
    if (near) return { level: near[1], after: numbered.length };
  }
  const spaced = /^(?:[A-Z]{1,2} ){4,13}[A-Z]{1,3}(?![A-Z])/.exec(line);
  if (!spaced) return null;
  let after = spaced[0].length;
  // The match may include the first letters of the next word: shorten it from its end.
  for (let words = 0; words < 4 && after > 0; words += 1) {
    const letters = line.slice(0, after).replace(/ /g, '');
    for (const [word, level] of WORDS) {
      if (word.length >= 6 && leven(letters, word) <= (word.length > 8 ? 2 : 1)) {
        return { level, after };
      }
    }
    after = line.lastIndexOf(' ', after - 1);
  }
  return null;
}
