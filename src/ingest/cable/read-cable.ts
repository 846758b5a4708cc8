/**
 * The cable reader: State Department cables as text, in a saved web page, in an export's row,
 * one or several to a file.
 */
import type { Furniture, ReadWarning, SourceDocument } from '#src/domain/source-document.ts';
import type { SourceLine } from '../lines.ts';
import { splitLines } from '../lines.ts';
import { parseClassificationLine } from './classification-line.ts';
import { cleanLine } from './clean-line.ts';
import { readSection } from './read-section.ts';
import { splitCables } from './split-cables.ts';

/** Reads every cable in the input, in its order; never throws, and always finds at least one. */
export function readCable(input: string): readonly SourceDocument[] {
  const noise: Furniture[] = [];
  const warnings: ReadWarning[] = [];
  const lines: SourceLine[] = [];
  for (const source of splitLines(input)) {
    const clean = cleanLine(source);
    lines.push(...splitAtTabs(clean.line));
    noise.push(...clean.furniture);
    warnings.push(...clean.warnings);
  }
  const links = new Set(
    noise
      .filter((one) => one.kind === 'markup' && one.text.startsWith('[1]'))
      .map((one) => one.line),
  );
  const sections = splitCables(lines);
  const lastLines = sections.map((section, i) =>
    i === sections.length - 1
      ? Number.POSITIVE_INFINITY
      : (section.lines.at(-1)?.number ?? section.before.at(-1)?.number ?? 0),
  );
  return sections.map((section, i) => {
    const document = readSection(section, links);
    const after = i === 0 ? 0 : (lastLines[i - 1] ?? 0);
    const isHere = (one: { readonly line: number }): boolean =>
      one.line > after && one.line <= (lastLines[i] ?? 0);
    const byLine = (a: { readonly line: number }, b: { readonly line: number }): number =>
      a.line - b.line;
    return {
      ...document,
      furniture: [...document.furniture, ...noise.filter(isHere)].toSorted(byLine),
      warnings: [...document.warnings, ...warnings.filter(isHere)].toSorted(byLine),
    };
  });
}

/** An export's row has the header's first line and the text's first line after a tab. */
function splitAtTabs(line: SourceLine): readonly SourceLine[] {
  if (!line.text.includes('\t')) return [line];
  const parts: SourceLine[] = [];
  let start = 0;
  for (let tab = line.text.indexOf('\t'); tab >= 0; tab = line.text.indexOf('\t', tab + 1)) {
    const after = line.text.slice(tab + 1, tab + 60);
    if (!/^VZCZC/.test(after) && !(tab > start && parseClassificationLine(after)?.post)) continue;
    parts.push({ text: line.text.slice(start, tab), lineBreak: '\t', number: line.number });
    start = tab + 1;
  }
  parts.push({ ...line, text: line.text.slice(start) });
  return parts;
}
