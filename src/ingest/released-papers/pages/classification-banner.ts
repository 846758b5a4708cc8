import leven from 'leven';

const LEVELS = [
  'UNCLASSIFIED',
  'SENSITIVE BUT UNCLASSIFIED',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
] as const;

/**
 * The classification level closest to a misread one (`UNCLASSIFIE0`), in capitals; null if none is
 * close.
 */
export function repairClassification(written: string): string | null {
  const word = written.trim().toUpperCase();
  if (word.length < 4 || word.length > 40) return null;
  const near = (level: string) => leven(level, word) <= (level.length > 8 ? 3 : 1);
  return LEVELS.find((level) => level === word) ?? LEVELS.find(near) ?? null;
}

const BANNER =
  /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|SBU|SENSITIVE BUT UNCLASSIFIED|FOR OFFICIAL USE ONLY)(?:\s?\/{1,2}\s?[A-Z/ ]{2,30})?$/;

/** Whether a line is only a classification banner: `SECRET//NOFORN`, `C O N F I D E N T I A L`. */
export function isClassificationBanner(line: string): boolean {
  if (line.length > 300) return false;
  const words = line.trim();
  const letterSpaced = /^[A-Z](?: [A-Z])+$/.test(words) ? words.replaceAll(' ', '') : words;
  return BANNER.test(letterSpaced);
}
