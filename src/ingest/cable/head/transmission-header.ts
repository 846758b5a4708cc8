/**
 * Reads the transmission header that the communications centre prefixes to a cable: routing lines,
 * station serial, precedence and date-time group, sender and addressees.
 */
import type { SourceAddressee } from '#src/domain/source-document.ts';
import type { SourceLine } from '../../text/lines.ts';
import { isBlank } from '../../text/lines.ts';
import { parseClassificationLine } from './classification-line.ts';
import { type DateTimeGroup, parseDateTimeGroup } from './date-time-group.ts';

/** A header found in a list of lines; `start` and `end` (exclusive) are indexes into that list. */
export interface TransmissionHeader {
  readonly start: number;
  readonly end: number;
  /** The number after `DE RUEHMO #`, as written; only the last four digits are transmitted. */
  readonly serial: string | null;
  /** Day of the year and time after the serial: `0581637`. */
  readonly dayOfYear: string | null;
  /** The letters of the `ZNY` line: `CCCCC`, `SSSSS`, `UUUUU`. */
  readonly security: string | null;
  readonly dateTimeGroup: DateTimeGroup | null;
  readonly dateLine: number | null;
  readonly from: string | null;
  readonly addressees: readonly SourceAddressee[];
}

const ROUTING =
  /^(?:VZCZC\w{0,12}|(?:[OPRZMY]{2} )?R[A-Z]{3,7}(?: R[A-Z]{3,7})*|Z[A-Z]{2}\b[A-Z0-9 #/]{0,60})$/;
const DE = /^DE R?[A-Z]{3,8} ?#? ?([0-9O]{1,6})?(?:\/[0-9O]{1,3})? {0,2}([0-9]{7})?/;
const ZNY = /^ZN[YR] ?([A-Z]{4,6})?\b/;
const FROM = /^F(?:M|ROM:?) {1,4}(?:R[A-Z]{4,7}\/)?([A-Z][A-Z0-9 .,'/()-]{1,80})$/;
const STATION = '(?:AM|SEC|US|UN|AIT|REO|RPO|IRAN|DEP|EMB|CON|NSC|CIA|DIA|DIR|WHITE|CDR|HQ|JOINT)';
const SENDER = new RegExp(`^FM {1,4}${STATION}[A-Z0-9 .,'/()-]{1,60}$`);
const ROUTED_LIST = /^(?:TO|INFO):? R[A-Z]{4,7} ?\//;
/** Further digits are the section number, whose slash was lost. */
const SERIAL_DIGITS = 4;
/** A date-time group that continues on the next line. */
const BROKEN = /^(?:[OPRZ]{1,2} {1,3}){1,4}[0-9]{6}Z?(?: {0,3}[A-Z]{3,9})?$/;
/** Maximum number of header lines; the longest known lists of addressees have about 150. */
const MAX_HEADER_LINES = 400;

/** Whether a header may begin at this line. */
export function startsHeader(lines: readonly SourceLine[], index: number): boolean {
  const text = shortText(lines[index]);
  if (text === null || text === '') return false;
  if (text.startsWith('VZCZC') || (/^DE R[A-Z]{3,}/.test(text) && DE.test(text))) return true;
  if (/^[OPRZMY]{2} R[A-Z]{3,7}\b/.test(text) && ROUTING.test(text)) return true;
  if (/^ZN[YR] [A-Z]{5}\b/.test(text)) return true;
  if (isDateTimeLine(text)) return true;
  if (ROUTED_LIST.test(text)) return true;
  if (!SENDER.test(text)) return false;
  const next = shortText(lines[index + 1]) ?? '';
  return /^(?:TO|INFO)\b/.test(next) || isDateTimeLine(next);
}

/**
 * Joins two fragments of one header, which have no field in common; null if any field is in both.
 */
export function joinFragments(
  first: TransmissionHeader,
  second: TransmissionHeader,
): TransmissionHeader | null {
  const isDisjoint =
    (first.serial === null || second.serial === null) &&
    (first.dateTimeGroup === null || second.dateTimeGroup === null) &&
    (first.from === null || second.from === null) &&
    (first.addressees.length === 0 || second.addressees.length === 0);
  if (!isDisjoint) return null;
  return fillGaps(first, second);
}

/** Fills a header's missing fields from another copy of it with the same serial. */
export function fillFromCopy(
  header: TransmissionHeader,
  copy: TransmissionHeader,
): TransmissionHeader {
  return header.serial !== null && header.serial === copy.serial ? fillGaps(header, copy) : header;
}

function fillGaps(first: TransmissionHeader, second: TransmissionHeader): TransmissionHeader {
  return {
    start: first.start,
    end: first.end,
    serial: first.serial ?? second.serial,
    dayOfYear: first.dayOfYear ?? second.dayOfYear,
    security: first.security ?? second.security,
    dateTimeGroup: first.dateTimeGroup ?? second.dateTimeGroup,
    dateLine: first.dateLine ?? second.dateLine,
    from: first.from ?? second.from,
    addressees: first.addressees.length > 0 ? first.addressees : second.addressees,
  };
}

/** Whether a header identifies its message; routing lines alone do not. */
export function identifiesMessage(header: TransmissionHeader): boolean {
  const { serial, dateTimeGroup, from, addressees } = header;
  return serial !== null || dateTimeGroup !== null || from !== null || addressees.length > 0;
}

/** Reads the header that begins at `start`. */
export function parseTransmissionHeader(
  lines: readonly SourceLine[],
  start: number,
): TransmissionHeader {
  let serial: string | null = null;
  let dayOfYear: string | null = null;
  let security: string | null = null;
  let dateTimeGroup: DateTimeGroup | null = null;
  let dateLine: number | null = null;
  let from: string | null = null;
  const addressees: SourceAddressee[] = [];
  let role: SourceAddressee['role'] | null = null;
  let end = start;
  for (let i = start; i < lines.length && i < start + MAX_HEADER_LINES; i += 1) {
    const line = lines[i];
    if (!line) break;
    if (isBlank(line)) {
      if (role !== null || (from !== null && !listContinues(lines, i))) break;
      if (i - end > 2) break;
      continue;
    }
    const own = shortText(line);
    if (own === null) break;
    const joined = `${own} ${shortText(lines[i + 1]) ?? ''}`;
    const isBroken =
      role === null && BROKEN.test(own) && typeof parseDateTimeGroup(joined)?.year === 'number';
    const text = isBroken ? joined : own;
    if (isBroken) i += 1;
    const de = DE.exec(text);
    const group: DateTimeGroup | null =
      role === null && dateTimeGroup === null ? parseDateTimeGroup(text) : null;
    const sender = FROM.exec(text);
    const list = /^(TO|INFO)\b:?(?: (.*))?$/.exec(text);
    if (de && role === null) {
      serial = de[1]?.slice(0, SERIAL_DIGITS).replace(/O/g, '0') ?? serial;
      dayOfYear = de[2] ?? dayOfYear;
    } else if (ZNY.test(text) && role === null) {
      security = ZNY.exec(text)?.[1] ?? security;
    } else if (group) {
      dateTimeGroup = group;
      dateLine = line.number;
    } else if (sender?.[1] && from === null && role === null) {
      from = sender[1].trim();
    } else if (list && (from !== null || role !== null || ROUTED_LIST.test(text))) {
      role = list[1] === 'TO' ? 'ADDRESSEE' : 'COPY';
      addStation(addressees, role, list[2] ?? '');
    } else if (role !== null && isStation(text)) {
      addStation(addressees, role, text);
    } else if (role !== null || !(isRepeated(text, from) || ROUTING.test(text))) {
      break;
    }
    end = i + 1;
  }
  return { start, end, serial, dayOfYear, security, dateTimeGroup, dateLine, from, addressees };
}

/** Whether a line repeats the date or the sender, as in a retransmission. */
function isRepeated(text: string, from: string | null): boolean {
  return isDateTimeLine(text) || (from !== null && FROM.exec(text)?.[1]?.trim() === from);
}

/** Whether a line consists of a date-time group, as in a header. */
function isDateTimeLine(text: string): boolean {
  const group = parseDateTimeGroup(text);
  if (!group || !/[0-9O]{4}/.test(text)) return false;
  const rest = text.length - group.asWritten.length;
  return (
    rest <= 40 && /^(?:[OPRZ]{1,2} {1,3}){0,4}[0-9OIL]{2} ?[0-9OIL]{4}|^(?:[OPRZ] )+/.test(text)
  );
}

/** Whether the list of addressees follows an empty line, as in some headers. */
function listContinues(lines: readonly SourceLine[], blank: number): boolean {
  return /^(?:TO|INFO) /.test(shortText(lines[blank + 1]) ?? '');
}

function isStation(text: string): boolean {
  if (/[a-z]/.test(text) || /^SIPDIS\b|^-{3,}|^E\.? ?O\.? |^TAGS\b|^SUBJ/.test(text)) return false;
  if (/^(?:SECTION|PAGE) [0-9]/.test(text)) return false;
  const opening = parseClassificationLine(text);
  return !(
    opening &&
    (opening.post !== null ||
      opening.captions.length > 0 ||
      / .* .* /.test(text) ||
      /^[A-Z]+$/.test(text))
  );
}

const PRECEDENCE =
  /(?: (?:NIACT|IMMEDIATE|PRIORITY|ROUTINE|FLASH|IMMED))+(?: [0-9]{1,7})?$| (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) [0-9]{4}$| [0-9]{4,7}$/;

function addStation(list: SourceAddressee[], role: SourceAddressee['role'], text: string): void {
  const name = text
    .trim()
    .replace(/^R[A-Z]{4,7} ?\/ ?/, '')
    .replace(/ {2,}/g, ' ')
    .replace(PRECEDENCE, '')
    .trim();
  if (/[A-Z]/.test(name) && !/^PAGE [0-9]/.test(name)) list.push({ name, role });
}

/** A line's text, or null if it is too long for a header line. */
function shortText(line: SourceLine | undefined): string | null {
  if (!line || line.text.length > 200) return null;
  return line.text.trim();
}
