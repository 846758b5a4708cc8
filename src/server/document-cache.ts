/** Parsed operations that come again, as many as are worth their memory. */
import type { DocumentNode } from 'graphql';

/** Operations that clients repeat are short; and whoever makes up long ones is not to fill the memory. */
const LONGEST = 20_000;
const MOST_CHARACTERS = 500_000;

/** What Yoga keeps parsed operations in, by their text: those used last. */
export function createDocumentCache() {
  const kept = new Map<string, DocumentNode>();
  let characters = 0;
  const forget = (text: string): void => {
    if (kept.delete(text)) characters -= text.length;
  };
  return {
    get: (text: string): DocumentNode | undefined => {
      const document = kept.get(text);
      if (document === undefined) return undefined;
      kept.delete(text);
      kept.set(text, document);
      return document;
    },
    set: (text: string, document: DocumentNode): void => {
      if (text.length > LONGEST) return;
      forget(text);
      kept.set(text, document);
      characters += text.length;
      for (const oldest of kept.keys()) {
        if (characters <= MOST_CHARACTERS) break;
        forget(oldest);
      }
    },
  };
}

/** Yoga would keep every operation that is none, whole. */
export const NO_CACHE = { get: () => undefined, set: () => {} } as const;
