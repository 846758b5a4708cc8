/**
 * Reads the metadata that a publisher adds to a cable: a table row, labels such as `refid:`, a
 * tab-separated export row, or a title that begins with the reference.
 */
import type { SourceTime } from '#src/domain/source-document.ts';
import type { SourceLine } from '../text/lines.ts';
import { readWrittenDate } from '../text/written-date.ts';
import { toTime } from './head/date-time-group.ts';

/** The publisher's metadata; each field is null if not given. */
export interface PublishedMetadata {
  readonly reference: string | null;
  readonly createdAt: SourceTime | null;
  readonly releasedAt: SourceTime | null;
  readonly classification: string | null;
  readonly origin: string | null;
  readonly title: string | null;
  readonly fromLeak: boolean;
}

const MAX_LINES = 400;
const REFERENCE = /^([0-9]{2}[A-Z][A-Z0-9]{2,40}?[0-9]{1,7})(?:_[a-z])?$/;
const CLASSIFICATION =
  /^(?:UNCLASSIFIED(?:\/\/FOR OFFICIAL USE ONLY)?|CONFIDENTIAL(?:\/\/NOFORN)?|SECRET(?:\/\/NOFORN)?|TOP SECRET)$/;
const ORIGIN =
  /^(?:Embassy|Consulate|Mission|Secretary of|US(?:EU|UN|NATO|OSCE)?|UN|UNVIE|American (?:Institute|Consulate)|REO|Iran RPO|DIR)\b[A-Za-z ,.'-]{0,50}$/;
const ROW =
  /^([0-9]{2}[A-Z][A-Z0-9]{3,40}) ([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{4,8}) (?:([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{4,8}) )?((?:UNCLASSIFIED|CONFIDENTIAL|SECRET)(?:\/\/[A-Z ]+)?) ([A-Z][\w ,.'-]{2,50})$/;

/** Reads the lines around a cable and ignores prose. */
export function parsePublishedMetadata(lines: readonly SourceLine[]): PublishedMetadata {
  let reference: string | null = null;
  let classification: string | null = null;
  let origin: string | null = null;
  let title: string | null = null;
  let fromLeak = false;
  const times: SourceTime[] = [];
  let released: SourceTime | null = null;
  for (const line of lines.slice(0, MAX_LINES)) {
    const text = line.text.slice(0, 1000);
    fromLeak ||= /[a-z]leaks\b/i.test(text);
    const row = ROW.exec(text.trim());
    const values = row ? row.slice(1) : text.split(/[\t|]|","|^"|"$/);
    for (const raw of values) {
      const { label, value } = labelled((raw ?? '').trim());
      const time = publishedTime(label, value);
      if (time !== null && /^release/i.test(label)) released ??= time;
      else if (time !== null) times.push(time);
      else if (REFERENCE.test(value)) reference ??= REFERENCE.exec(value)?.[1] ?? null;
      else if (CLASSIFICATION.test(value)) classification ??= value;
      else if (ORIGIN.test(value) || (/^origin$/i.test(label) && value !== '')) origin ??= value;
    }
    const heading =
      /^(?:(?:[Vv]iewing )?[Cc]able:? |.{0,40}? - )?([0-9]{2}[A-Z]{3,30}[0-9]{1,7})(?:[,:] (.{4,300}))?$/.exec(
        text.trim(),
      );
    if (heading?.[1] && !row) {
      reference ??= heading[1];
      title ??= heading[2] ?? null;
    }
  }
  return {
    reference,
    createdAt: times[0] ?? null,
    releasedAt: released ?? times.find((time) => time > (times[0] ?? '')) ?? null,
    classification,
    origin,
    title,
    fromLeak,
  };
}

function labelled(text: string): { label: string; value: string } {
  const match = /^([A-Za-z][A-Za-z ]{1,24}):\s{0,4}(.*)$/.exec(text);
  return match?.[1] !== undefined
    ? { label: match[1], value: (match[2] ?? '').trim() }
    : { label: '', value: text };
}

const ISO =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:\.[0-9]+)?Z?)?$/;
const AMERICAN =
  /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})(?: ([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?)?$/;
const DATE_LABEL = /^(?:date|created|cable time|date sent|released|release date)$/i;

/**
 * Reads `2011-08-30 01:44` or `3/12/2008 12:45`, and after a label `Wed, 18 Nov 2009 01:01 UTC`.
 * The first two have no time zone.
 */
function publishedTime(label: string, text: string): SourceTime | null {
  const iso = ISO.exec(text);
  if (iso) return checkedTime(iso[1], iso[2], iso[3], iso[4], iso[5]);
  const american = AMERICAN.exec(text);
  if (american) return checkedTime(american[3], american[1], american[2], american[4], american[5]);
  return DATE_LABEL.test(label) ? (readWrittenDate(text)?.time ?? null) : null;
}

function checkedTime(...parts: readonly (string | undefined)[]): SourceTime | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const end = parts[3] === undefined ? 'yyyy-mm-dd'.length : -1;
  return toTime(year, month, day, hour, minute)?.slice(0, end) ?? null;
}
