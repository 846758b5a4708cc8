/** The language of a cable: English, unless the commonest words are plainly another's. */

const COMMON: readonly (readonly [string, RegExp])[] = [
  ['es', /\b(?:el|los|las|que|una|por|con|del|para)\b/gi],
  ['fr', /\b(?:les|des|une|est|dans|pour|que|qui|sur)\b/gi],
  ['pt', /\b(?:os|uma|não|que|com|para|dos|das|pelo)\b/gi],
  ['de', /\b(?:der|die|und|das|nicht|mit|von|den|ist)\b/gi],
];
const ENGLISH = /\b(?:the|of|and|to|that|with|was|for|said)\b/gi;

/** A BCP 47 tag, told from the first few thousand characters. */
export function readLanguage(text: string): string {
  const sample = text.slice(0, 6000);
  const english = count(sample, ENGLISH);
  const [best] = COMMON.map(([tag, words]) => ({ tag, found: count(sample, words) })).toSorted(
    (a, b) => b.found - a.found,
  );
  return best && best.found >= 15 && best.found > english * 2 ? best.tag : 'en';
}

function count(text: string, words: RegExp): number {
  return [...text.matchAll(words)].length;
}
