/** Letters that a scanner reads where a digit stood. */
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

/** Character class of everything `repairDigits` can read, for use inside a pattern's brackets. */
export const DIGIT_LIKE = '0-9OoQlIi|!\\]ZzSsB';

/** Reads a run of digits as a scanner left it (`20I0`, `C05` as `CO5`): `2010`, or null. */
export function repairDigits(run: string): string | null {
  let digits = '';
  for (const character of run) {
    const digit = character >= '0' && character <= '9' ? character : DIGIT_FOR[character];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === '' ? null : digits;
}
