/**
 * A text as a reader sees it, for comparison: every run of white space folded to one blank, letters with
 * accents composed (Unicode NFC), and without soft hyphens, zero-width characters and direction marks. With
 * the place of each unit in the original.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  readonly origin: Int32Array;
  /** For each UTF-16 unit of `text`, where its character ends in the original. */
  readonly ends: Int32Array;
}

const WHITE = /[\s\u00a0]/;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** What belongs to the character before it: marks, and the vowels and finals of decomposed Hangul. */
const CONTINUES = /^[\p{M}\u1160-\u11ff]$/u;

/** Folds a text, in linear time; trims white space at its ends. */
export function foldText(original: string): Folded {
  const units: string[] = [];
  let origin = new Int32Array(original.length);
  let ends = new Int32Array(original.length);
  const add = (text: string, start: number, end: number): void => {
    // A few characters are longer in NFC.
    if (units.length + text.length > origin.length)
      [origin, ends] = [enlarged(origin, text.length), enlarged(ends, text.length)];
    for (const unit of text.split('')) {
      origin[units.length] = start;
      ends[units.length] = end;
      units.push(unit);
    }
  };
  let pending = -1;
  for (let i = 0; i < original.length; ) {
    const unit = original.charAt(i);
    // Before what is white: \ufeff is both.
    if (INVISIBLE.test(unit)) i += 1;
    else if (WHITE.test(unit)) {
      if (pending < 0) pending = i;
      i += 1;
    } else {
      if (pending >= 0 && units.length > 0) add(' ', pending, pending + 1);
      pending = -1;
      const end = endOfCharacter(original, i);
      add(original.slice(i, end).normalize('NFC'), i, end);
      i = end;
    }
  }
  return {
    text: units.join(''),
    origin: origin.slice(0, units.length),
    ends: ends.slice(0, units.length),
  };
}

function enlarged(array: Int32Array<ArrayBuffer>, more: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length + more);
  larger.set(array);
  return larger;
}

/** Where the character that begins at an offset ends, with all that belongs to it. */
function endOfCharacter(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xff_ff ? 2 : 1);
  for (;;) {
    const next = text.codePointAt(end);
    // Most texts have none: no mark comes before U+0300.
    if (next === undefined || next < 0x3_00 || !CONTINUES.test(String.fromCodePoint(next)))
      return end;
    end += next > 0xff_ff ? 2 : 1;
  }
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
