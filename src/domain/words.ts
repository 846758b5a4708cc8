/**
 * A text with every run of white space folded to one blank, and the original offset of each unit.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the original. */
  readonly origin: Int32Array;
}

const WHITE = /[\s\u00a0\u200b\ufeff]/;

/** Folds runs of white space to one blank and trims the ends, in linear time. */
export function foldWhiteSpace(original: string): Folded {
  const origin = new Int32Array(original.length);
  const units: string[] = [];
  let length = 0;
  let pending = -1;
  for (let i = 0; i < original.length; i += 1) {
    const unit = original.charAt(i);
    if (WHITE.test(unit)) {
      if (pending < 0) pending = i;
      continue;
    }
    if (pending >= 0 && length > 0) {
      units.push(' ');
      origin[length] = pending;
      length += 1;
    }
    pending = -1;
    units.push(unit);
    origin[length] = i;
    length += 1;
  }
  return { text: units.join(''), origin: origin.subarray(0, length) };
}

/** Accents, and the points of scripts that are written without them as well. Vowel signs of others are letters. */
const ACCENTS =
  /(?=[\p{M}])[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;

/**
 * The words of a text for matching names: lower case, without accents or punctuation. Example:
 * `Mash’al, Khālid` → `mashal`, `khalid`.
 */
export function nameWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/['’`ʼ]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
