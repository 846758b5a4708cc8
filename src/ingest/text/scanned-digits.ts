/** Letters that a scanner misreads for digits. */
const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
};

/** The characters that `repairDigits` accepts, for use in a character class. */
export const DIGIT_LIKE = '0-9OoQlIi|!\\]ZzSsB';

/** Repairs misread digits: `20I0` → `2010`; null if a character is not like a digit. */
export function repairDigits(run: string): string | null {
  let digits = '';
  for (const character of run) {
    const digit = character >= '0' && character <= '9' ? character : DIGIT_FOR[character];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === '' ? null : digits;
}
