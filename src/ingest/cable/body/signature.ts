/** Recognises the name that ends a cable: `BURNS`, `van Voorst`. */
import type { LocatedLine } from './located-line.ts';

const NAME = /^[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z'’-]*){0,2}$/;

/** Whether a line is a signature: a name below a gap or directly below the end of a sentence. */
export function isSignature(lines: readonly LocatedLine[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (!isSignatureText(text)) return false;
  const before = lines[index - 1]?.text.trim() ?? '';
  return before === '' || /[.!?)"”*'\]-]$|^NNNN$/.test(before) || text === text.toUpperCase();
}

/** Whether the words can be a signature, regardless of their position. */
export function isSignatureText(text: string): boolean {
  if (text.length < 2 || text.length > 30 || text.endsWith('.')) return false;
  if (!NAME.test(text)) return false;
  if (/^END\b/.test(text)) return false;
  return text === text.toUpperCase() || /[A-Z]/.test(text);
}
