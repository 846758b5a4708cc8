/** Parsed operations that come again, as many as are worth their memory. */
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Operations that clients repeat are short; and whoever makes up long ones is not to fill the memory. */
const LONGEST = 20_000;
const MOST_CHARACTERS = 500_000;

/** What Yoga keeps parsed operations in, by their text: those used last. */
export function createDocumentCache() {
  return new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: LONGEST,
    sizeCalculation: (_document, text) => text.length,
  });
}

/** Yoga would keep every operation that is none, whole. */
export const NO_CACHE = { get: () => undefined, set: () => {} } as const;
