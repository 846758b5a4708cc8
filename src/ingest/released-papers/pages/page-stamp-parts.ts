/** Recognises the parts of page stamps that are broken over lines or columns. */

import { DIGIT_LIKE } from '../../text/scanned-digits.ts';
import { isClassificationBanner } from './classification-banner.ts';

const KEY_PART = new RegExp(
  `^(?:Case No\\.? ?[A-Z]{1,3}-\\d{4}-\\d{3,6}|Doc No\\.? ?[CGc(0O][${DIGIT_LIKE} ]{5,14})$`,
);
const WEAK_PART =
  /^(?:(?:[A-Z]+ ){0,4}U\. ?S\.? Department of State|Date:? \d{1,2}\/\d{1,2}\/\d{4})$/;
/** Banners printed on the same pages by other recipients. */
const OTHER_BANNER =
  /^(?:STATE DEPT\.? ?[-–—] ?PRODUCED TO |SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION|.{0,40}NO FOIA WAIVER|STATE[- ][A-Z]{2,4}[- ]?\d{5,9}\b|REVIEW AUTHORITY:|Obtained by .{1,60} via FOIA)/;

/** Whether a segment is only the case or document number of a stamp. */
export function isKeyStampPart(segment: string): boolean {
  return segment.length <= 40 && KEY_PART.test(segment);
}

/** Whether a segment is part of a stamp if a key part is nearby; elsewhere it may be prose. */
export function isWeakStampPart(segment: string): boolean {
  return segment.length <= 80 && (WEAK_PART.test(segment) || isClassificationBanner(segment));
}

/** Whether a segment is a banner such as `STATE DEPT. - PRODUCED TO …` or a Bates number. */
export function isOtherBanner(segment: string): boolean {
  return segment.length <= 160 && OTHER_BANNER.test(segment);
}
