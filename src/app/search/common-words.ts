/**
 * Words of names that are also common words. A full-text index leaves out the first kind and cannot tell
 * the second from the name, so that such names are compared with the text itself.
 */

/** Words that an English index leaves out, and the particles of names that indexes of other languages leave out. */
const STOP_WORDS = `i me my myself we our ours you your yours he him his she her hers it its they them their
 what which who whom this that these those am is are was were be been being have has had having do does did
 doing a an the and but if or because as until while of at by for with about against between into through
 during before after above below to from up down in out on off over under again further then once here there
 when where why how all any both each few more most other some such no nor not only own same so than too very
 s t can will just don should now
 al el la le les lo los las de del della di da do dos das du der die das den dem des van von zu zum zur am
 um auf aus bei mit nach y e en ne se si te tu un une uno una ein eine het na po za`;

/** Words that are common in English texts and names as well. */
const COMMON_WORDS = `may mark bill rice bush brown white green black gray grey young long short rich price hope
 grace faith joy gates wood woods stone hill field fields ford church cook hunter major king knight bishop
 pope prince duke page day march april june august summer winter spring best case cash banks bond love power
 powers sharp strong swift wise savage frank grant chase chance guy jack rob sue art gene pat ray rose lily
 star sky river lake marsh park bridge waters west north south east lord noble fox wolf lamb bird lion bear
 friend freeman gold silver steel bell bright light moon ball cross lane street house hall state states union
 front movement party council office agency service group guardian times post reform change justice unity
 liberty freedom sunday monday friday hand foot head temple us who`;

const stopWords = new Set(STOP_WORDS.split(/\s+/));
const commonWords = new Set(COMMON_WORDS.split(/\s+/));

/** Whether a name, by its words, is one word that is common. */
export function isCommonWord(words: readonly string[]): boolean {
  return words.length === 1 && commonWords.has(words[0] ?? '');
}

/** Whether an index may leave out words of a name. */
export function mayLoseWords(words: readonly string[]): boolean {
  return words.some((word) => stopWords.has(word));
}
