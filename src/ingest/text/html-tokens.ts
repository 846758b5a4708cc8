/** A token of a page: text, a tag, a comment, or content that a browser does not display. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'tag'; readonly raw: string; readonly name: string; readonly closes: boolean }
  | { readonly kind: 'hidden'; readonly raw: string; readonly at: number }
  | { readonly kind: 'comment'; readonly raw: string };

const TAG_NAME = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?=[\s/>])/y;
/** Elements whose content is neither markup nor text. */
const HIDDEN = new Set(['script', 'style', 'template']);

/** Offset after the end of a tag, whose quotes may contain a `>`; -1 if the tag is not closed. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return at + 1;
    } else if ((character === '"' || character === "'") && html[at - 1] === '=') {
      quote = character;
    }
  }
  return -1;
}

/**
 * Splits a page into tokens in one pass; joining their `raw` restores the page. A `<` that opens no
 * tag is text. After the first unclosed quote, quotes are ignored, so that the rest of the page is
 * not scanned repeatedly.
 */
export function* htmlTokens(html: string): Generator<HtmlToken, void> {
  let textStart = 0;
  let quotesClose = true;
  let at = html.indexOf('<');
  while (at >= 0) {
    let token: HtmlToken | null = null;
    let end = at + 1;
    if (html.startsWith('<!', at) || html.startsWith('<?', at)) {
      const mark = html.startsWith('<!--', at) ? '-->' : '>';
      const close = html.indexOf(mark, at + 2);
      end = close < 0 ? html.length : close + mark.length;
      token = { kind: 'comment', raw: html.slice(at, end) };
    } else {
      TAG_NAME.lastIndex = at;
      const match = TAG_NAME.exec(html);
      if (match !== null) {
        let close = quotesClose ? tagEnd(html, at + match[0].length) : -1;
        if (close < 0) {
          quotesClose = false;
          close = html.indexOf('>', at) + 1;
        }
        end = close > 0 ? close : html.length;
        const name = (match[2] ?? '').toLowerCase();
        token = { kind: 'tag', raw: html.slice(at, end), name, closes: match[1] === '/' };
      }
    }
    if (token !== null) {
      if (at > textStart) yield { kind: 'text', raw: html.slice(textStart, at) };
      yield token;
      if (
        token.kind === 'tag' &&
        !token.closes &&
        HIDDEN.has(token.name) &&
        !token.raw.endsWith('/>')
      ) {
        const closing = new RegExp(`</${token.name}(?=[\\s/>])`, 'gi');
        closing.lastIndex = end;
        const close = closing.exec(html)?.index ?? html.length;
        if (close > end) yield { kind: 'hidden', raw: html.slice(end, close), at: end };
        end = close;
      }
      textStart = end;
    }
    at = html.indexOf('<', end);
  }
  if (textStart < html.length) yield { kind: 'text', raw: html.slice(textStart) };
}
