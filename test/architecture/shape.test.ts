import { describe, expect, it } from 'vitest';
import { shapeViolations } from './find-shape-violations.ts';

const resolver = (lines: number, head: string, tail: string): string =>
  [head, ...Array.from({ length: lines - 2 }, (_, i) => `  call(${i});`), tail].join('\n');

describe('the shape check of source files', () => {
  it('rejects a file over 400 lines', async () => {
    const files = [400, 401].map((lines) => ({
      path: `test/${lines}.css`,
      source: 'a {}\n'.repeat(lines),
    }));

    expect(await shapeViolations(files)).toEqual([
      'test/401.css:1: 401 lines; the maximum is 400. Split the file.',
    ]);
  });

  it.each([
    ['an arrow function', 'resolve: () => {', '},'],
    ['a method', 'async resolve() {', '},'],
    ['a function expression', 'loadMany: async function () {', '},'],
  ])('rejects a resolver over ten lines that is %s', async (_kind, head, tail) => {
    const source = (lines: number): string =>
      `// é\n\nt.field({\n${resolver(lines, head, tail)}\n});\n`;
    const files = [10, 11].map((lines) => ({ path: `schema/${lines}.ts`, source: source(lines) }));

    expect(await shapeViolations(files)).toEqual([
      expect.stringMatching(/^schema\/11\.ts:4: a resolver of 11 lines; the maximum is 10\./),
    ]);
  });

  it.each([
    ['function', 'async function load() {', '}'],
    ['constant', 'const load = () => {', '};'],
  ])('rejects a resolver over ten lines that is a named %s', async (_kind, head, tail) => {
    const source = `${resolver(11, head, tail)}\nt.field({ resolve: load });\n`;

    expect(await shapeViolations([{ path: 'schema/a.ts', source }])).toEqual([
      expect.stringMatching(/^schema\/a\.ts:1: a resolver of 11 lines/),
    ]);
  });

  it('accepts a function over ten lines that is not a resolver', async () => {
    const source = resolver(30, 'export function helper() {', '}');

    expect(await shapeViolations([{ path: 'schema/a.ts', source }])).toEqual([]);
  });

  it.each([
    'const known = new WeakMap<object, number>();',
    'const known = new Map<string, number>();',
    'const known: Map<string, number> = new Map();',
    'const known = createMemo<number>();',
    'let known = 0;',
  ])('rejects a value kept between calls outside the caches of analysis: %s', async (source) => {
    const files = ['comparison', 'caches'].map((folder) => ({
      path: `src/analysis/${folder}/a.ts`,
      source,
    }));

    expect(await shapeViolations(files)).toEqual([
      'src/analysis/comparison/a.ts:1: known keeps values between calls. Move it to src/analysis/caches.',
    ]);
  });

  it('rejects an export without a doc comment', async () => {
    const source = '/** Says what it is. */\nexport const a = 1;\n\nexport function b() {}\n';

    expect(await shapeViolations([{ path: 'src/app/a.ts', source }])).toEqual([
      'src/app/a.ts:4: b has no doc comment. Say what it is.',
    ]);
  });
});
