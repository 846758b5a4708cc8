import { monthOf } from '../text/calendar-words.ts';

/** The agency and date of a dateline, which opens a wire story. */
export interface Dateline {
  readonly agency: string | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Usually null: datelines rarely give a year. */
  readonly year: number | null;
}

const PLACE = "[A-Z][A-Z.'’ -]{1,30}(?:, [A-Z][A-Za-z. ]{1,25}?)?(?:/[A-Z][A-Z ]{2,20})?";
const DAY = '([A-Z][a-z]{2,8}\\.?) (\\d{1,2})(?:, (\\d{4}))?';
const AGENCY = "\\(([A-Z][A-Za-z.' ]{1,30})\\)";
const DASH = ' ?(?:--|[-–—]) ?(?=["“‘\'A-Z0-9])';
const FULL = new RegExp(`^(?:${PLACE},? )?(?:${DAY},? )?${AGENCY}${DASH}`);
const DATED = new RegExp(`^${PLACE},? ${DAY} ?(?:--|[-–—]) ?(?=["“‘'A-Z0-9])`);
/** Portion marks, which are not agencies. */
const MARKING = /^(?:[CSU]|SBU|TS|FOUO|NF|REL|NOFORN|CONFIDENTIAL|SECRET|UNCLASSIFIED)$/;

/**
 * Reads `LISBON, July 15 --`, `PORTO (Seawire) -` or `(Seawire) -` at a paragraph's start;
 * otherwise null.
 */
export function readDateline(line: string): Dateline | null {
  const text = line.trimStart().slice(0, 160);
  const full = FULL.exec(text);
  const match = full ?? DATED.exec(text);
  if (match === null) return null;
  const agency = full?.[4] ?? null;
  const month = match[1] === undefined ? null : monthOf(match[1].replace('.', ''));
  if (agency !== null && MARKING.test(agency)) return null;
  if (agency === null && month === null) return null;
  return {
    agency,
    month,
    day: month === null ? null : Number(match[2]),
    year: match[3] === undefined ? null : Number(match[3]),
  };
}
