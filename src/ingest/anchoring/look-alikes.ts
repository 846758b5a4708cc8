/** Letters and marks that a reader easily takes for another one, each with what it is taken for. */
const LOOK_ALIKES: readonly (readonly [alike: string, taken: string])[] = [
  ['аеорсухіјѕһԁԛԝкмтв', 'aeopcyxijshdqwkmtb'],
  ['АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονκι', 'ABEZHIKMNOPTYXovki'],
  ['‘’‛ʼʻ′´', "'''''''"],
  ['“”„‟″«»', '"""""""'],
  ['‐‑‒–—―−', '-------'],
  ['٫·•', '...'],
];

const TAKEN_FOR = new Map(
  LOOK_ALIKES.flatMap(([alike, taken]) =>
    Array.from(alike, (letter, i) => [letter, taken.charAt(i)] as const),
  ),
);

/** A text with each look-alike replaced by what it is taken for: as many UTF-16 units as before. */
export function replaceLookAlikes(text: string): string {
  return text.replaceAll(/[^ -~]/g, (letter) => {
    const code = letter.charCodeAt(0);
    // Full-width forms of ASCII.
    if (code >= 0xff_01 && code <= 0xff_5e) return String.fromCharCode(code - 0xfe_e0);
    return TAKEN_FOR.get(letter) ?? letter;
  });
}
