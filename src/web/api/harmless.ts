/** Controls and format signs, but for ends of lines and what some scripts are written with. */
const UNSEEN = /(?![\t\n\r\u00ad\u0600-\u0605\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** As long as what it stands for, so that offsets hold. */
const SEEN = '\u2426';

/**
 * An answer in whose texts every sign that nobody sees, or that would turn the direction of what
 * follows, is shown as one that does nothing: ␦. Texts come from documents and from strangers.
 */
export function harmless<Value>(value: Value): Value {
  if (typeof value === 'string')
    return value.replaceAll(UNSEEN, (sign) => SEEN.repeat(sign.length)) as Value;
  if (Array.isArray(value)) return value.map(harmless) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, harmless(inner)]),
  ) as Value;
}
