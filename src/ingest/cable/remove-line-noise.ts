/**
 * Takes out of a line what a converter left there: link markup around a word or a paragraph
 * sign, trailing backslashes of an export, numeric character references.
 */
import type { Furniture, ReadWarning } from '#src/domain/source-document.ts';
import type { SourceLine } from '../text/lines.ts';

/** A line with its noise removed, what was removed, and what was found odd in it. */
export interface CleanLine {
  readonly line: SourceLine;
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
}

// Every quantifier is bounded, so a line of brackets costs no more than its length.
const LINK = /\[([^[\]]{1,40})\]\((?:#[^()\s]{0,80}|https?:[^()\s]{1,300})\)/g;
const NUMERIC_ENTITY = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;
const WORD_ENTITY = /&(?=word\d|[a-z]{2,8};)/i;

/** Cleans one line; the readable text stays letter for letter. */
export function removeLineNoise(line: SourceLine): CleanLine {
  const furniture: Furniture[] = [];
  const warnings: ReadWarning[] = [];
  let text = line.text;
  if (text.includes('](')) text = withoutLinks(text, line.number, furniture);
  if (text.includes('\\')) text = withoutTrailingBackslashes(text, line.number, furniture);
  if (text.includes('&')) {
    text = text.replace(NUMERIC_ENTITY, decodeEntity);
    const kept = WORD_ENTITY.exec(text);
    if (kept) {
      warnings.push({
        code: 'entity-kept',
        field: 'text',
        message: `"${text.slice(kept.index, kept.index + 8)}" replaces an unknown character; kept unchanged.`,
        line: line.number,
      });
    }
  }
  return { line: text === line.text ? line : { ...line, text }, furniture, warnings };
}

/** A lone `1` as link text in front of a number or letter is a paragraph sign gone wrong. */
function withoutLinks(text: string, line: number, furniture: Furniture[]): string {
  return text.replace(LINK, (whole: string, word: string, at: number) => {
    const after = text.slice(at + whole.length, at + whole.length + 6);
    const isParagraphSign = word === '1' && /^\s?(?:\d|[A-Za-z][.)])/.test(after);
    furniture.push({
      kind: 'markup',
      text: isParagraphSign ? whole : `[${whole.slice(1 + word.length)}`,
      line,
    });
    return isParagraphSign ? '' : word;
  });
}

function withoutTrailingBackslashes(text: string, line: number, furniture: Furniture[]): string {
  const end = text.trimEnd();
  let cut = end.length;
  while (cut > 0 && end[cut - 1] === '\\') cut -= 1;
  if (cut === end.length) return text;
  furniture.push({ kind: 'line-noise', text: end.slice(cut), line });
  return end.slice(0, cut) + text.slice(end.length);
}

/** References to control characters and surrogates stay as written: no store could hold them. */
function decodeEntity(whole: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter =
    code >= 32 &&
    !(code >= 127 && code < 160) &&
    code <= 0x10ffff &&
    (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
