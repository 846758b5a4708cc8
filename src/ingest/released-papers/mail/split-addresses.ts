/**
 * The names in an address line, as written. Names are set apart by semicolons, by commas where
 * every part is an address, and by the wide gap that a redacted name leaves.
 */
export function splitAddresses(value: string): readonly string[] {
  const parts = value.split(/;| {3,}|\t/).flatMap((part) => {
    const byComma = part.split(',');
    return byComma.length > 1 && byComma.every((piece) => piece.includes('@')) ? byComma : [part];
  });
  return parts.map((part) => part.trim()).filter((part) => /[A-Za-z0-9]/.test(part));
}
