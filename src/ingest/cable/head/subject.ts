/** Reads a cable's subject, which often continues over several lines. */
import type { HeadField } from './head-labels.ts';

const MAX_SUBJECT_LINES = 8;
/** Ends a subject that shares its line with the text that follows. */
const END_WITHIN =
  / {1,3}(?:REF(?:S|TELS?)?(?:\(S\))? ?(?::|\(?A[.)])|Classified|CLASSIFIED BY|-{4,}|¶?1\. {0,2}\()/;
const END_AT_LINE_START =
  /^\s*(?:-{3,}|={3,}|_{3,}|\*{3,}|¶|[0-9]{1,2}\.|[0-9]{1,2} ?\(|\(?[A-Z]{1,3}\) (?:Classified|Summary)|SIPDIS\b|This is an action|Sensitive but)/i;
const PORTION_MARK = /^\(\s?(?:U|C|S|SBU|TS|[CS]\/\/?NF|[CS]\/\/?NOFORN|FOUO|LOU) {0,2}\)\s*/i;

/** The subject with its lines joined and its portion mark removed; null if there is none. */
export function readSubject(fields: readonly HeadField[]): string | null {
  for (const [i, field] of fields.entries()) {
    if (field.label !== 'subject') continue;
    const subject = joinSubject(field.text);
    if (subject !== '') return subject;
    // In "SUBJECT: SUBJECT: …" the first field is empty and the next one contains the words.
    if (fields[i + 1]?.label !== 'subject') continue;
  }
  return null;
}

function joinSubject(text: string): string {
  const parts: string[] = [];
  for (const line of text.split('\n').slice(0, MAX_SUBJECT_LINES + 4)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed === '.') {
      if (parts.length > 0) break;
      continue;
    }
    if (END_AT_LINE_START.test(line) && !(parts.length === 0 && PORTION_MARK.test(trimmed))) break;
    const end = END_WITHIN.exec(trimmed.slice(0, 1000));
    parts.push(end ? trimmed.slice(0, end.index) : trimmed.slice(0, 1000));
    if (end || parts.length >= MAX_SUBJECT_LINES) break;
  }
  return parts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^[:\-– ]+/, '')
    .replace(PORTION_MARK, '')
    .trim();
}
