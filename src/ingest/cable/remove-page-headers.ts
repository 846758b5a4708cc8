/**
 * Removes the page headers of a printed cable from its text: `MOSCOW 00000828  002 OF 002`, on a
 * separate line or in the middle of one.
 */
import { normalisePost } from './reference/normalise-post.ts';

/** The post and number that a page header gives for its cable. */
export interface PageHeader {
  readonly post: string;
  readonly number: string;
}

const WHOLE_LINE =
  /^\s{0,20}([A-Z][A-Z .'-]{1,40}?) {1,4}([0-9OQ]{5,9}) {1,4}[0-9OQ]{2,3}(?:\.[0-9])? {1,3}(?:OF|0F|O|F) {1,3}[0-9OQ]{2,3}\s{0,20}$/;
const OLD_STYLE =
  /^\s{0,20}PAGE {1,4}[0-9]{1,3} {1,12}([A-Z][A-Z .'-]{1,40}?) {1,8}([0-9]{2,8})(?: {1,4}[0-9]{1,3} OF [0-9]{1,3})?(?: {1,4}[0-9]{6}Z.{0,40})?\s{0,20}$/;
const NUMBERING = /([0-9]{5,9}) {1,4}[0-9]{3}(?:\.[0-9])? {1,3}OF {1,3}[0-9]{3}(?![0-9])/g;

/** Reads a line that is a page header; null for any other line. */
export function parsePageHeader(line: string): PageHeader | null {
  if (line.length > 160) return null;
  const match = WHOLE_LINE.exec(line);
  if (match?.[1] && match[2]) return { post: match[1], number: match[2].replace(/[OQ]/g, '0') };
  const old = OLD_STYLE.exec(line);
  return old?.[1] && old[2] ? { post: old[1], number: old[2] } : null;
}

/**
 * Removes page headers from the middle of a line. Only known names of this cable's post are
 * removed with the number, so that no word of the preceding sentence is lost.
 */
export function withoutPageHeaders(
  line: string,
  posts: readonly string[],
): { readonly text: string; readonly removed: readonly string[] } {
  if (!line.includes(' OF ')) return { text: line, removed: [] };
  const removed: string[] = [];
  let text = '';
  let done = 0;
  for (const match of line.matchAll(NUMBERING)) {
    const start = nameStart(line, match.index, done, posts);
    if (start === null) continue;
    const end = match.index + match[0].length;
    removed.push(line.slice(start, end));
    text += line.slice(done, start);
    done = end;
  }
  return { text: text + line.slice(done), removed };
}

function nameStart(
  line: string,
  numberAt: number,
  from: number,
  posts: readonly string[],
): number | null {
  const before = line.slice(Math.max(from, numberAt - 45), numberAt);
  const words = [...before.matchAll(/[A-Z.'-]+/g)];
  for (let count = 1; count <= Math.min(4, words.length); count += 1) {
    const first = words[words.length - count];
    if (!first) break;
    const name = before.slice(first.index);
    if (/[^A-Z .'-]/.test(name)) return null;
    if (posts.includes(normalisePost(name))) return numberAt - before.length + first.index;
  }
  return null;
}
