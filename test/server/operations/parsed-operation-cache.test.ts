import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createDocumentCache } from '#src/server/operations/parsed-operation-cache.ts';

const text = (i: number): string => `${i}`.padEnd(1000, ' ');
const DOCUMENT = parse('{ __typename }');

describe('the parsed operations that are kept', () => {
  it('are those used last, as many as have half a million characters', () => {
    const cache = createDocumentCache();

    for (let i = 0; i < 500; i += 1) cache.set(text(i), DOCUMENT);
    cache.get(text(0));
    for (let i = 500; i < 600; i += 1) cache.set(text(i), DOCUMENT);

    const kept = Array.from({ length: 600 }, (_, i) => i).filter((i) => cache.get(text(i)));
    expect(kept).toHaveLength(500);
    expect(kept).toContain(0);
    expect(kept).not.toContain(1);
    expect(kept.at(-1)).toBe(599);
  });

  it('are none that are long, and one twice is one', () => {
    const cache = createDocumentCache();

    for (let i = 0; i < 100_000; i += 1) cache.set('{ __typename }', DOCUMENT);
    cache.set(' '.repeat(20_001), DOCUMENT);
    cache.set('{ other }', DOCUMENT);

    expect(cache.get('{ __typename }')).toBe(DOCUMENT);
    expect(cache.get('{ other }')).toBe(DOCUMENT);
    expect(cache.get(' '.repeat(20_001))).toBeUndefined();
  });
});
