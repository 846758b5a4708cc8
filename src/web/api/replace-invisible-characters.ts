/** Controls and format signs, but for ends of lines and what some scripts are written with. */
const UNSEEN = /(?![\t\n\r\u00ad\u0600-\u0605\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** As long as what it stands for, so that offsets hold. */
const SEEN = '\u2426';

/**
 * Shows every sign that nobody sees, or that would turn the direction of what follows, as one that does
 * nothing: ␦. Texts come from documents and from strangers. An answer is changed where it stands: it is
 * drawn at each move of the brush, and has thousands of parts.
 */
export function replaceInvisibleCharacters<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (
      value.search(UNSEEN) === -1
        ? value
        : value.replaceAll(UNSEEN, (sign) => SEEN.repeat(sign.length))
    ) as Value;
  }
  if (typeof value === 'object' && value !== null) {
    const parts = value as Record<string, unknown>;
    for (const key of Object.keys(parts)) {
      const part = parts[key];
      const made = replaceInvisibleCharacters(part);
      if (made !== part) parts[key] = made;
    }
  }
  return value;
}
