/** Control and format characters, except line breaks and those that some scripts are written with. */
const INVISIBLE = /(?![\t\n\r\u00ad\u0600-\u0605\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const REPLACEMENT = '\u2426';

/**
 * Replaces invisible characters, including those that change the text direction, with ␦ in every string of
 * a result, so that untrusted text cannot disguise itself. Strings keep their length and thus their offsets.
 * Objects are modified in place: results have thousands of strings and arrive with each move of the brush.
 */
export function replaceInvisibleCharacters<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (
      value.search(INVISIBLE) === -1
        ? value
        : value.replaceAll(INVISIBLE, (character) => REPLACEMENT.repeat(character.length))
    ) as Value;
  }
  if (typeof value === 'object' && value !== null) {
    const parts = value as Record<string, unknown>;
    for (const key of Object.keys(parts)) {
      const part = parts[key];
      const replaced = replaceInvisibleCharacters(part);
      if (replaced !== part) parts[key] = replaced;
    }
  }
  return value;
}
