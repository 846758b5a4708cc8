/**
 * Converts web pages to text. Tags become blank lines and line breaks; scripts, styles and the tags
 * themselves are kept as furniture, so that nothing of the page is lost.
 */
import { compile } from 'html-to-text';
import type { Furniture } from '#src/domain/source-document.ts';
import { htmlTokens } from './html-tokens.ts';

/** A page's text, and everything else on the page as furniture. */
export interface HtmlText {
  readonly text: string;
  readonly furniture: readonly Furniture[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hr html main nav ol p pre section select summary table tbody textarea ' +
    'tfoot thead title ul'
  ).split(' '),
);
const LINES = new Set(['br', 'li', 'tr', 'option', 'button', 'caption', 'legend']);
const CELLS = new Set(['td', 'th']);
const START =
  /^(?:\s|<!--[^]{0,2000}?-->|<\?[^>]{0,500}>){0,20}<(?:!doctype html|html|head|body|title|meta|div|article|main|section|table|p|h1|pre|center|span|script|style|link)[\s/>]/i;
const ROOT = /<(?:html|body)[\s>]/i;
/** Number of characters examined to distinguish a web page from plain text. */
const SAMPLE_LENGTH = 8000;

const convert = compile({ wordwrap: false, limits: { maxInputLength: Number.MAX_SAFE_INTEGER } });

/**
 * Whether an input is a web page: it begins with a tag, or has `<html>` or `<body>` near its top.
 */
export function isHtml(input: string): boolean {
  const top = input.slice(0, SAMPLE_LENGTH);
  return START.test(top) || (ROOT.test(top) && /<\/[a-z]/i.test(input.slice(0, 5 * SAMPLE_LENGTH)));
}

/** Converts a block to text: decodes entities, and folds white space unless it is preformatted. */
function blockText(markup: string, preformatted: boolean): string {
  if (preformatted && !markup.includes('&')) return markup.replaceAll('<br>', '\n');
  return convert(preformatted ? `<pre>${markup}</pre>` : `<p>${markup}</p>`);
}

/**
 * Converts a page to text. The page is flattened before its entities are decoded: block elements
 * only separate blocks, so deep nesting has no cost.
 */
export function htmlToText(html: string): HtmlText {
  const blocks: string[] = [];
  const furniture: Furniture[] = [];
  const tags: string[] = [];
  let block: string[] = [];
  let preformatted = 0;
  let line = 1;
  let newline = html.indexOf('\n');
  const lineAt = (offset: number): number => {
    for (; newline >= 0 && newline < offset; newline = html.indexOf('\n', newline + 1)) line += 1;
    return line;
  };
  const close = (): void => {
    const markup = block.join('');
    block = [];
    if (markup.replaceAll('<br>', '').trim() === '') return;
    const text = blockText(markup, preformatted > 0);
    if (text.trim() !== '') blocks.push(text.replace(/^\n+/, '').trimEnd());
  };

  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      block.push(token.raw.replaceAll('<', '&lt;'));
    } else if (token.kind === 'hidden') {
      const text = token.raw.trim();
      if (text !== '') furniture.push({ kind: 'web-page', text, line: lineAt(token.at) });
    } else {
      tags.push(token.raw);
      if (token.kind !== 'tag') continue;
      if (BLOCKS.has(token.name)) close();
      else if (LINES.has(token.name)) block.push('<br>');
      else if (CELLS.has(token.name) && token.closes) block.push(' ');
      if (token.name === 'pre') preformatted = Math.max(0, preformatted + (token.closes ? -1 : 1));
    }
  }
  close();
  if (tags.length > 0) furniture.push({ kind: 'markup', text: tags.join('\n'), line: 1 });
  return { text: blocks.join('\n\n'), furniture };
}
