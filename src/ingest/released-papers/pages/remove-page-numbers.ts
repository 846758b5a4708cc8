import type { UnstampedPaper } from './remove-page-stamps.ts';

/** A page number, printed or written by hand. */
const PAGE_NUMBER =
  /^(?:\d{1,4}|[-–—] ?\d{1,3} ?[-–—]|Page \d{1,3}(?: of \d{1,3})?|\d{1,3} of \d{1,3})$/i;

/**
 * Moves page numbers into the furniture. Only the first or last line of a page can be a page
 * number; a number alone on a line elsewhere is part of a table or a list.
 */
export function removePageNumbers(pages: UnstampedPaper): UnstampedPaper {
  if (pages.stamps.length === 0 && !pages.lines.some((line) => line.opensPage)) return pages;
  const { lines } = pages;
  const numbers = new Set<number>();
  let next: number | null = null;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.text === '') continue;
    const endsPage = next === null || lines[next]?.opensPage === true;
    if (
      (endsPage || line.opensPage) &&
      line.text.length < 300 &&
      PAGE_NUMBER.test(line.text.trim())
    ) {
      numbers.add(at);
    } else {
      next = at;
    }
  }
  if (numbers.size === 0) return pages;
  let carried = false;
  const kept = lines.map((line, at) => {
    if (numbers.has(at)) {
      carried ||= line.opensPage;
      return { ...line, text: '' };
    }
    const opensPage = line.opensPage || carried;
    if (line.text !== '') carried = false;
    return { ...line, opensPage };
  });
  const furniture = lines
    .filter((_, at) => numbers.has(at))
    .map((line) => ({ kind: 'page-number' as const, text: line.text.trim(), line: line.number }));
  return {
    ...pages,
    lines: kept,
    furniture: [...pages.furniture, ...furniture].toSorted((a, b) => a.line - b.line),
  };
}
