/** Determines a cable's reference in normal form, `07MOSCOW828`: year, post and number. */
import type { ReadWarning } from '#src/domain/source-document.ts';
import type { SourceLine } from '../../text/lines.ts';
import type { ClassificationLine } from '../head/classification-line.ts';
import type { TransmissionHeader } from '../head/transmission-header.ts';
import type { PageHeader } from '../remove-page-headers.ts';
import { isMisread, normalisePost, placeOfStation, samePost } from './normalise-post.ts';

/** The sources of a reference; any of them may be missing. */
export interface ReferenceSources {
  readonly published: string | null;
  readonly header: TransmissionHeader | null;
  readonly opening: ClassificationLine | null;
  readonly pageHeaders: readonly PageHeader[];
  readonly year: number | null;
  /** The cable's lines, in which its post is named repeatedly. */
  readonly lines: readonly SourceLine[];
  readonly line: number;
}

/** The reference and its parts; null where the text does not give them. */
export interface NormalisedReference {
  readonly reference: string | null;
  readonly post: string | null;
  readonly number: number | null;
  readonly warnings: readonly ReadWarning[];
}

/**
 * Determines the cable's reference by reconciling its sources: publisher, transmission header,
 * opening line and page headers, in this order.
 */
export function normaliseReference(evidence: ReferenceSources): NormalisedReference {
  const warnings: ReadWarning[] = [];
  const warn = (code: string, message: string): void => {
    warnings.push({ code, field: 'reference', message, line: evidence.line });
  };
  const inText = fromText(evidence, warn);
  const published = evidence.published ? splitReference(evidence.published) : null;
  if (published) {
    const isMangled = /^S?E?C?T?I?O?N?\w{0,4}[0-9O]{2}\w?F[0-9]{2}/.test(published.post);
    if (!isMangled || inText.post === null || inText.number === null) {
      return {
        reference: evidence.published,
        post: published.post,
        number: published.number,
        warnings,
      };
    }
    warn(
      'reference-repaired',
      `The publisher's "${evidence.published}" contains a section number.`,
    );
  }
  const { post, number } = inText;
  const year = published?.year ?? (evidence.year === null ? null : two(evidence.year));
  if (post === null || number === null || year === null) {
    const missing = post === null ? 'post' : number === null ? 'number' : 'year';
    const parts = [post, number].filter((part) => part !== null).join(' ');
    const found = parts === '' ? 'The text does not give' : `The text gives only "${parts}" of`;
    warn('reference-missing', `${found} the cable's reference; the ${missing} is missing.`);
    return { reference: null, post, number, warnings };
  }
  return { reference: `${year}${post}${number}`, post, number, warnings };
}

/** Splits `07MOSCOW828` into its parts; null if it is not a reference. */
export function splitReference(
  reference: string,
): { year: string; post: string; number: number } | null {
  const match = /^([0-9]{2})([A-Z][A-Z0-9]*?)([0-9]{1,7})$/.exec(reference.slice(0, 80));
  if (!match?.[1] || !match[2] || !match[3]) return null;
  return { year: match[1], post: match[2], number: Number(match[3]) };
}

/**
 * The Department sends far more than ten thousand cables a year, so four digits are never a full
 * number.
 */
const HEADQUARTERS = 'STATE';

type Warn = (code: string, message: string) => void;

/** Missions in the same place as an embassy, whose prefix is part of the post's name. */
const MISSION = /^(?:US|UN|USUN|USEU|UNVIE|UNESCO|USTR|CD|AIT|REO|RPO|IRANRPO)$/;

/** Number series that travelling delegations use for their cables. */
const DELEGATION_SERIES = /^(?:PARTO|SECTO|TOSEC|FESTTWO)$/;

function fromText(
  evidence: ReferenceSources,
  warn: Warn,
): { post: string | null; number: number | null } {
  const { header, opening, pageHeaders } = evidence;
  const sender = normalisePost(header?.from ?? '');
  const page = pageHeaders.find((one) => one.number !== '') ?? null;
  const written = normalisePost(opening?.post ?? '') || normalisePost(page?.post ?? '');
  const serial = header?.serial ? Number(header.serial) : null;
  const isSeries = DELEGATION_SERIES.test(written);
  if (sender !== '' && written !== '' && !isSeries && !samePost(written, sender)) {
    warn(
      'post-differs',
      `The header names ${sender} as the sender, but the text is headed ${written}.`,
    );
    return { post: sender, number: chooseNumber(serial, null, null, sender, true, warn) };
  }
  const post = isSeries ? written : chooseSpelling(written, sender, evidence);
  const isSent = sender !== '';
  return { post, number: chooseNumber(serial, opening?.number ?? null, page, post, isSent, warn) };
}

/** The more complete of two spellings of one post. */
function chooseSpelling(
  written: string,
  sender: string,
  evidence: ReferenceSources,
): string | null {
  if (written === '' || sender === '' || written === sender) return written || sender || null;
  if (isMisread(written, sender)) {
    const byWriter = countMentions(evidence.lines, evidence.opening?.post ?? written);
    const bySender = countMentions(evidence.lines, placeOfStation(evidence.header?.from ?? sender));
    return byWriter > bySender ? written : sender;
  }
  if (sender.length > written.length) return sender.startsWith(written) ? sender : written;
  if (written.startsWith(sender)) return written;
  // "ZDK CAIRO" is "CAIRO", but "USUN NEW YORK" is not "NEW YORK".
  const isMission = written.endsWith(sender) && MISSION.test(written.slice(0, -sender.length));
  return isMission ? written : sender;
}

function countMentions(lines: readonly SourceLine[], name: string): number {
  const word = new RegExp(`\\b${name.replace(/[^A-Z ]/g, '.')}\\b`, 'i');
  return lines.filter((line) => word.test(line.text)).length;
}

/**
 * The cable's number: the header has only its last four digits, the text the full number if any.
 */
function chooseNumber(
  serial: number | null,
  written: string | null,
  page: PageHeader | null,
  post: string | null,
  isSent: boolean,
  warn: Warn,
): number | null {
  const whole = [written ?? '', page?.number ?? ''].filter((text) => text !== '');
  if (serial === null) return whole[0] === undefined ? null : Number(whole[0]);
  const agreeing = whole.find((text) => Number(text) % 10000 === serial % 10000);
  if (agreeing) return Number(agreeing);
  if (whole[0] === undefined) {
    if (post === HEADQUARTERS) return null;
    warn(
      'number-from-header',
      'The number was taken from the four digits of the transmission header.',
    );
    return serial;
  }
  warn('number-differs', `The header has the number ${serial}, the text ${whole[0]}.`);
  // Without a sender, the header may belong to another message.
  if (!isSent) return null;
  return whole[0].length >= 6 ? Number(whole[0]) : serial;
}

function two(year: number): string {
  return String(year % 100).padStart(2, '0');
}
