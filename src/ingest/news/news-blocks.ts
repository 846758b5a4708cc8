import { isBlank, type SourceLine } from '../lines.ts';
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

/**
 * The blocks of a page: lines between blanks, with bylines and date lines apart, and every line
 * apart while no prose has come, since pages print their head without blanks.
 */
export function newsBlocks(lines: readonly SourceLine[]): readonly NewsBlock[] {
  const blocks: NewsBlock[] = [];
  let open: { texts: string[]; line: number } | null = null;
  const close = (): void => {
    if (open !== null) {
      const text = open.texts.join('\n');
      blocks.push({ text, line: open.line, paragraph: isParagraph(text) });
    }
    open = null;
  };
  for (const line of lines) {
    const text = line.text.trim();
    const alone = !isBlank(line) && standsAlone(text);
    if (isBlank(line) || alone) close();
    if (isBlank(line)) continue;
    if (open === null) open = { texts: [text], line: line.number };
    else open.texts.push(text);
    if (alone) close();
  }
  close();
  return blocks;
}
