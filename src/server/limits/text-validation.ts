/**
 * Returns what makes a text unusable, or null. PostgreSQL rejects NUL, and a lone surrogate would be
 * stored as another character.
 */
export function validateText(text: string): string | null {
  if (text.includes('\0')) return 'a NUL character (U+0000); remove it';
  if (!text.isWellFormed())
    return 'a lone surrogate (half of a UTF-16 pair); send both halves or neither';
  return null;
}
