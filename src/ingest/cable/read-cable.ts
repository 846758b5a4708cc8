/**
 * The cable reader. Reads State Department cables from plain text, a saved web page or an export
 * row; a file may contain several.
 */
import type { Furniture, ReadWarning, SourceDocument } from '#src/domain/source-document.ts';
import type { SourceLine } from '../text/lines.ts';
import { splitLines } from '../text/lines.ts';
import { cableDocument } from './cable-document.ts';
import { removeLineNoise } from './remove-line-noise.ts';
import { splitCables } from './split-cables.ts';
import { splitMergedLine } from './split-merged-lines.ts';

/** Reads every cable in the input, in order. Never throws; always returns at least one document. */
export function readCable(input: string): readonly SourceDocument[] {
  const noise: Furniture[] = [];
  const warnings: ReadWarning[] = [];
  const lines: SourceLine[] = [];
  for (const source of splitLines(input)) {
    const clean = removeLineNoise(source);
    for (const line of splitMergedLine(clean.line)) lines.push(line);
    for (const one of clean.furniture) addNoise(noise, one);
    for (const warning of clean.warnings) warnings.push(warning);
  }
  const links = new Set(
    noise
      .filter((one) => one.kind === 'markup' && one.text.startsWith('[1]'))
      .map((one) => one.line),
  );
  const sections = splitCables(lines);
  const takeNoise = inOrder(noise);
  const takeWarnings = inOrder(warnings);
  return sections.map((section, i) => {
    const document = cableDocument(section, links);
    const isLast = i === sections.length - 1;
    const last = section.lines.at(-1)?.number ?? section.before.at(-1)?.number ?? 0;
    const lastLine = isLast ? Number.POSITIVE_INFINITY : last;
    return {
      ...document,
      furniture: [...document.furniture, ...takeNoise(lastLine)].toSorted(
        (a, b) => a.line - b.line,
      ),
      warnings: [...document.warnings, ...takeWarnings(lastLine)].toSorted(
        (a, b) => a.line - b.line,
      ),
    };
  });
}

/** Returns a function that takes the pieces up to a given line, each piece once. */
function inOrder<T extends { readonly line: number }>(
  pieces: readonly T[],
): (line: number) => readonly T[] {
  let from = 0;
  return (line) => {
    const start = from;
    for (let next = pieces[from]; next && next.line <= line; next = pieces[from]) from += 1;
    return pieces.slice(start, from);
  };
}

/** Adds a piece of noise; consecutive line noise, such as trailing backslashes, is merged. */
function addNoise(noise: Furniture[], one: Furniture): void {
  const last = noise.at(-1);
  const isMore = one.kind === 'line-noise' && last?.kind === 'line-noise';
  if (isMore) noise[noise.length - 1] = { ...last, text: `${last.text}\n${one.text}` };
  else noise.push(one);
}
