import { buildSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';

/** The sorted SDL of a schema without descriptions. */
function contractOf(sdl: string): string {
  const sorted = printSchema(lexicographicSortSchema(buildSchema(sdl)));
  const stripped = visit(parse(sorted), {
    enter: (node) =>
      'description' in node && node.description ? { ...node, description: undefined } : undefined,
  });
  return `${print(stripped)}\n`;
}

describe('schema without descriptions', () => {
  it('is equal to contract.graphql (after an intended change: npx vitest run test/schema/sdl --update)', async () => {
    await expect(contractOf(printSchema(schema))).toMatchFileSnapshot('contract.graphql');
  });

  it.each([
    ['type Query { a(b: Int): Int }', 'type Query { a(b: Int!): Int }'],
    ['type Query { a(b: Int = 1): Int }', 'type Query { a(b: Int = 2): Int }'],
    ['type Query { a: E } enum E { X }', 'type Query { a: E } enum E { X Y }'],
    ['type Query { a: Int }', 'type Query { a: Int @deprecated(reason: "2026-01-01") }'],
  ])('changes from %s to %s', (before, after) => {
    expect(contractOf(after)).not.toBe(contractOf(before));
  });

  it('ignores descriptions and order', () => {
    const plain = 'type Query { a(x: Int): E b: Int } enum E { X }';
    const described =
      '"Q" enum E { "x" X } "Query" type Query { "b" b: Int "a" a("an x" x: Int): E }';

    expect(contractOf(described)).toBe(contractOf(plain));
  });
});
