/**
 * Removes converter artefacts from a line: link markup around a word or a paragraph sign, an
 * export's trailing backslashes, and numeric character references.
 */
import type { Furniture, ReadWarning } from '#src/domain/source-document.ts';
import type { SourceLine } from '../text/lines.ts';

/** A line without its noise, the noise removed from it, and warnings about it. */
export interface CleanLine {
  readonly line: SourceLine;
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ReadWarning[];
}

// Every quantifier is bounded, so matching a line of brackets takes linear time.
const LINK = /\[([^[\]]{1,40})\]\((?:#[^()\s]{0,80}|https?:[^()\s]{1,300})\)/g;
const NUMERIC_ENTITY = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;
const WORD_ENTITY = /&(?=word\d|[a-z]{2,8};)/i;

/** Cleans one line; the readable text is unchanged. */
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

/**
 * Removes link markup. A link text of `1` before a number or letter is a misread paragraph sign.
 */
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

/**
 * Decodes a character reference; control characters and surrogates, which cannot be stored, are
 * kept as written.
 */
function decodeEntity(whole: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter =
    code >= 32 &&
    !(code >= 127 && code < 160) &&
    code <= 0x10ffff &&
    (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}
