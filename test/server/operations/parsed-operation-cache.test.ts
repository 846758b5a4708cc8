import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createParsedOperationCache } from '#src/server/operations/parsed-operation-cache.ts';

const source = (i: number): string => `${i}`.padEnd(1000, ' ');
const PARSED = parse('{ __typename }');

describe('the cache of parsed operations', () => {
  it('keeps the most recently used half a million characters', () => {
    const cache = createParsedOperationCache();

    for (let i = 0; i < 500; i += 1) cache.set(source(i), PARSED);
    cache.get(source(0));
    for (let i = 500; i < 600; i += 1) cache.set(source(i), PARSED);

    const kept = Array.from({ length: 600 }, (_, i) => i).filter((i) => cache.get(source(i)));
    expect(kept).toHaveLength(500);
    expect(kept).toContain(0);
    expect(kept).not.toContain(1);
    expect(kept.at(-1)).toBe(599);
  });

  it('does not keep long operations, and counts a repeated one once', () => {
    const cache = createParsedOperationCache();

    for (let i = 0; i < 100_000; i += 1) cache.set('{ __typename }', PARSED);
    cache.set(' '.repeat(20_001), PARSED);
    cache.set('{ other }', PARSED);

    expect(cache.get('{ __typename }')).toBe(PARSED);
    expect(cache.get('{ other }')).toBe(PARSED);
    expect(cache.get(' '.repeat(20_001))).toBeUndefined();
  });
});
