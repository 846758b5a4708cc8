/** A disk that is full shows in many words, according to who noticed first. */
const DISK_FULL =
  /53100|ENOSPC|no space left|EDQUOT|quota exceeded|EFBIG|file too large|could not (extend|write)|FS error/i;

export function saysDiskFull(words: string): boolean {
  return DISK_FULL.test(words);
}

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && saysDiskFull(error.message);
}
