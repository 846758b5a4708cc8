import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '#src/ingest/data-files/read-yaml.ts';

const schema = z.strictObject({ name: z.string(), kind: z.enum(['CABLE', 'EMAIL']) });

function problems(text: string) {
  const result = readYaml(text, schema);
  return result.kind === 'refused' ? result.problems : [];
}

describe('a YAML file', () => {
  it('is read with the line number of each value', () => {
    const result = readYaml('name: a\nkind: CABLE\n', schema);

    expect(result).toMatchObject({ kind: 'read', value: { name: 'a', kind: 'CABLE' } });
    expect(result.kind === 'read' && result.lineOf(['kind'])).toBe(2);
  });

  it.each([
    [
      'a value outside an enumeration',
      'name: a\nkind: CABEL\n',
      2,
      /"CABEL"; it must be one of CABLE, EMAIL\. Did you mean "CABLE"\?/,
    ],
    ['a missing field', 'name: a\n', 1, /kind is missing; it is one of CABLE, EMAIL/],
    ['an unknown field', 'name: a\nkind: CABLE\ncolour: red\n', 1, /unknown field colour/],
    ['a duplicate field', 'name: a\nkind: CABLE\nkind: EMAIL\n', 3, /unique/],
    ['a value of the wrong type', 'name: [a]\nkind: CABLE\n', 1, /name: .*expected string/],
    ['a syntax error', 'name: a\nkind: "CABLE\n', 3, /quote/],
    ['an escaped NUL', 'name: "a\\0"\nkind: CABLE\n', 1, /NUL or unpaired surrogate/],
    [
      'an escaped unpaired surrogate',
      'name: "\\ud83d"\nkind: CABLE\n',
      1,
      /NUL or unpaired surrogate/,
    ],
  ])('is rejected for %s, with its line number', (_what, text, line, message) => {
    expect(problems(text)).toEqual([{ line, message: expect.stringMatching(message) }]);
  });

  it('is rejected if its aliases expand exponentially', () => {
    const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i += 1)
      rows.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);

    expect(problems(rows.join('\n'))).toEqual([
      { line: 1, message: expect.stringContaining('alias') },
    ]);
  });
});
