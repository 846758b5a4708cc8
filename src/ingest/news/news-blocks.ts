import { isBlank, type SourceLine } from '../text/lines.ts';
import { readDateLine } from './article-lines.ts';
import { readByline } from './byline.ts';
import { readDateline } from './dateline.ts';

/** Lines that stand together on a page. */
export interface NewsBlock {
  readonly text: string;
  /** First line of the input, from 1. */
  readonly line: number;
  readonly paragraph: boolean;
}

/** Prose shorter than this is a headline, a button or a caption, unless it is a whole sentence. */
const PARAGRAPH = 120;
const SENTENCE = 60;
/** Only this much of a block is looked at; a paragraph shows itself at its beginning. */
const LOOKED_AT = 400;

function isParagraph(text: string): boolean {
  const start = text.slice(0, LOOKED_AT).replaceAll(/\s+/g, ' ').trim();
  if (readDateline(start) !== null) return true;
  const words = start.split(' ').length;
  if (start.length >= PARAGRAPH) return words >= start.length / 15;
  return start.length >= SENTENCE && /[.!?]["'”’)\]]{0,2}$/.test(start);
}

/** Whether a line stands alone whatever is above and below it: a byline or a date. */
function standsAlone(line: string): boolean {
  return line.length <= 160 && (readByline(line) !== null || readDateLine(line) !== null);
}

/** One block of prose; or else its lines, each apart unless it goes on with a small letter. */
function divide(texts: readonly string[], line: number): readonly NewsBlock[] {
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
 * The blocks of a page: lines between blanks, with bylines and date lines apart. What is not
 * prose is taken line by line, since pages print their menus and heads without blanks.
 */
export function newsBlocks(lines: readonly SourceLine[]): readonly NewsBlock[] {
  const blocks: NewsBlock[] = [];
  let texts: string[] = [];
  let first = 1;
  const close = (): void => {
    for (const block of divide(texts, first)) blocks.push(block);
    texts = [];
  };
  for (const line of lines) {
    const text = line.text.trim();
    const alone = !isBlank(line) && standsAlone(text);
    if (isBlank(line) || alone) close();
    if (isBlank(line)) continue;
    if (texts.length === 0) first = line.number;
    texts.push(text);
    if (alone) close();
  }
  close();
  return blocks;
}
