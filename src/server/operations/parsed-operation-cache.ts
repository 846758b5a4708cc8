/** The cache of parsed operations, for those that clients repeat. */
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Longer operations are not cached: repeated ones are short, and clients must not fill the memory. */
const MAX_OPERATION_LENGTH = 20_000;
const MAX_TOTAL_LENGTH = 500_000;

/** Creates a least-recently-used cache of parsed operations by their source text. */
export function createParsedOperationCache() {
  return new LRUCache<string, DocumentNode>({
    maxSize: MAX_TOTAL_LENGTH,
    maxEntrySize: MAX_OPERATION_LENGTH,
    sizeCalculation: (_parsed, source) => source.length,
  });
}

/** Replaces Yoga's cache of parse errors, which would keep the whole source of every invalid operation. */
export const NO_CACHE = { get: () => undefined, set: () => {} } as const;
