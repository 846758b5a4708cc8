import { isBlank, type SourceLine } from '../text/lines.ts';
import { readDateLine } from './article-lines.ts';
import { readByline } from './byline.ts';
import { readDateline } from './dateline.ts';

/** Consecutive lines of a page that belong together. */
export interface NewsBlock {
  readonly text: string;
  /** Line number of its first line in the input, from 1. */
  readonly line: number;
  readonly paragraph: boolean;
}

/**
 * Minimum length of a paragraph; a shorter block is a headline, button or caption unless it is a
 * sentence.
 */
const MIN_PARAGRAPH = 120;
const MIN_SENTENCE = 60;
/** Number of characters examined at the start of a block. */
const SAMPLE_LENGTH = 400;

function isParagraph(text: string): boolean {
  const start = text.slice(0, SAMPLE_LENGTH).replaceAll(/\s+/g, ' ').trim();
  if (readDateline(start) !== null) return true;
  const words = start.split(' ').length;
  if (start.length >= MIN_PARAGRAPH) return words >= start.length / 15;
  return start.length >= MIN_SENTENCE && /[.!?]["'”’)\]]{0,2}$/.test(start);
}

/** Whether a line is always a separate block: a byline or a date. */
function isSeparate(line: string): boolean {
  return line.length <= 160 && (readByline(line) !== null || readDateLine(line) !== null);
}

/**
 * One block if the lines are prose; otherwise one per line, joined to lines that begin in lower
 * case.
 */
function splitBlock(texts: readonly string[], line: number): readonly NewsBlock[] {
  const text = texts.join('\n');
  if (isParagraph(text)) return [{ text, line, paragraph: true }];
  const blocks: NewsBlock[] = [];
  for (const [index, next] of texts.entries()) {
    const last = blocks.at(-1);
    if (last !== undefined && /^\p{Ll}/u.test(next) && last.text.length <= 160) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${next}` };
    } else {
      blocks.push({ text: next, line: line + index, paragraph: isParagraph(next) });
    }
  }
  return blocks;
}

/**
 * Splits a page into blocks at blank lines, with each byline and date line a separate block. Blocks
 * that are not prose are split into lines, since pages print menus and heads without blank lines.
 */
export function newsBlocks(lines: readonly SourceLine[]): readonly NewsBlock[] {
  const blocks: NewsBlock[] = [];
  let texts: string[] = [];
  let first = 1;
  const close = (): void => {
    for (const block of splitBlock(texts, first)) blocks.push(block);
    texts = [];
  };
  for (const line of lines) {
    const text = line.text.trim();
    const alone = !isBlank(line) && isSeparate(text);
    if (isBlank(line) || alone) close();
    if (isBlank(line)) continue;
    if (texts.length === 0) first = line.number;
    texts.push(text);
    if (alone) close();
  }
  close();
  return blocks;
}
