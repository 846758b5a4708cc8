/**
 * Splits an address line into names, as written. Names are separated by semicolons, by commas if
 * every part is an address, and by the wide gap left by a redacted name.
 */
export function splitAddresses(value: string): readonly string[] {
  const parts = value.split(/;| {3,}|\t/).flatMap((part) => {
    const byComma = part.split(',');
    return byComma.length > 1 && byComma.every((piece) => piece.includes('@')) ? byComma : [part];
  });
  return parts.map((part) => part.trim()).filter((part) => /[A-Za-z0-9]/.test(part));
}
