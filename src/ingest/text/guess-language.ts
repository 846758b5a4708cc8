/** Languages guessed from a text's most common words. */

const ENGLISH = /\b(?:the|and|of|to|in|is|that|for|on|with|this|you|we|be|from|sent|subject)\b/gi;
const OTHERS: readonly (readonly [string, RegExp])[] = [
  ['es', /\b(?:el|los|las|que|una|por|con|del|para)\b/gi],
  ['fr', /\b(?:les|des|une|est|dans|pour|que|qui|sur)\b/gi],
  ['pt', /\b(?:os|uma|não|que|com|para|dos|das|pelo)\b/gi],
  ['de', /\b(?:der|die|und|das|nicht|mit|von|den|ist)\b/gi],
];
/** Characters examined; more do not change the guess. */
const SAMPLE = 5_000;
/** English text has at least one common word in this many. */
const WORDS_PER_COMMON_WORD = 12;
/** Another language needs at least this many common words, and twice as many as English. */
const MIN_FOREIGN_WORDS = 15;

/** Returns `en` if at least one word in twelve is a common English word, otherwise null. */
export function guessEnglish(text: string): 'en' | null {
  const sample = text.slice(0, SAMPLE);
  const words = count(sample, /\p{L}+/gu);
  const english = count(sample, ENGLISH);
  return words > 0 && english * WORDS_PER_COMMON_WORD >= words ? 'en' : null;
}

/**
 * Returns the BCP 47 tag of Spanish, French, Portuguese or German if its common words clearly
 * outnumber the English ones, otherwise null.
 */
export function guessOtherLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const [best] = OTHERS.map(([tag, words]) => ({ tag, found: count(sample, words) })).toSorted(
    (a, b) => b.found - a.found,
  );
  const isClear =
    best !== undefined &&
    best.found >= MIN_FOREIGN_WORDS &&
    best.found > count(sample, ENGLISH) * 2;
  return isClear ? best.tag : null;
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0;
}
