/**
 * The entry point of the readers: reads any source text into the documents that it contains.
 */
import type { SourceDocument, SourceFormat } from '#src/domain/source-document.ts';
import { readCable } from './cable/read-cable.ts';
import { readNews } from './news/read-news.ts';
import { readUnknown } from './read-unknown-format.ts';
import { recognise } from './recognise-format.ts';
import { readReleasedPaper } from './released-papers/read-released-paper.ts';
import { cleanInput } from './text/clean-input.ts';
import { type HtmlText, htmlToText, isHtml } from './text/html.ts';

const READERS: Readonly<Record<SourceFormat, (text: string) => readonly SourceDocument[]>> = {
  cable: readCable,
  email: readReleasedPaper,
  news: readNews,
  unknown: readUnknown,
};

function readText(text: string): readonly SourceDocument[] {
  return READERS[recognise(text)](text);
}

/**
 * Recognises the format of a text from its content and reads it. A web page is converted to text
 * first, and line numbers then refer to that text. A blank input yields no document.
 */
export function readSource(input: string): readonly SourceDocument[] {
  const clean = cleanInput(input);
  if (clean.text.trim() === '') return [];
  const page: HtmlText = isHtml(clean.text)
    ? htmlToText(clean.text)
    : { text: clean.text, furniture: [] };
  // A page that contains only scripts is still one document, which holds its furniture.
  const read = readText(page.text);
  const [first, ...rest] = read.length > 0 ? read : readUnknown(page.text);
  if (first === undefined) return [];
  return [
    {
      ...first,
      furniture: [...first.furniture, ...page.furniture],
      warnings: [...clean.warnings, ...first.warnings],
    },
    ...rest,
  ];
}
