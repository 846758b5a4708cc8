import type { ReadWarning } from '#src/domain/source-document.ts';

/** An input that every reader and the store accept, with warnings about replaced characters. */
export interface CleanInput {
  readonly text: string;
  readonly warnings: readonly ReadWarning[];
}

const REPLACEMENT = '\u{FFFD}';

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

/**
 * Removes a byte order mark, normalises line breaks to `\n`, and replaces NUL and unpaired
 * surrogates by U+FFFD: the database refuses NUL and silently rewrites unpaired surrogates, which
 * would invalidate offsets and checksums.
 */
export function cleanInput(input: string): CleanInput {
  const lines = input.replace(/^\u{FEFF}/u, '').replaceAll(/\r\n?/g, '\n');
  const first = lines.search(/[\0\p{Cs}]/u);
  if (first < 0) return { text: lines, warnings: [] };
  let count = 0;
  const text = lines.replaceAll(/[\0\p{Cs}]/gu, () => {
    count += 1;
    return REPLACEMENT;
  });
  const warning: ReadWarning = {
    code: 'unstorable-character-replaced',
    field: 'text',
    message: `${count} characters that cannot be stored (NUL or an unpaired surrogate) were replaced by U+FFFD.`,
    line: lineOf(lines, first),
  };
  return { text, warnings: [warning] };
}
