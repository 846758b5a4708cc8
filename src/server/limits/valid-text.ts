/** What no text can have: PostgreSQL refuses a NUL, and half a character would be stored as another. */
export function wrongWith(text: string): string | null {
  if (text.includes('\0')) return 'a NUL (U+0000) in it, which no text can have: leave it out';
  if (!text.isWellFormed())
    return 'half a character in it (a surrogate without its other half): leave it out, or send it whole';
  return null;
}
