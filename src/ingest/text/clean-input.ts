import type { ReadWarning } from '#src/domain/source-document.ts';

/** An input every reader and the store can hold, and what had to be replaced for that. */
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
 * Takes off a byte order mark, makes every line end `\n`, and puts U+FFFD where a NUL or half a
 * surrogate pair stands, because the database refuses the one and silently rewrites the other,
 * which would move every offset and checksum away from the text.
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
