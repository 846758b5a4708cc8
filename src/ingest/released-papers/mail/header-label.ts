import leven from 'leven';

export type HeaderField = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

/** A label at the start of a line, and the value beside it. */
export interface HeaderLabel {
  readonly field: HeaderField;
  /** The label as written, without its colon. */
  readonly written: string;
  readonly value: string;
  /** Column at which the value begins; the line's length if there is none. */
  readonly valueColumn: number;
  /** The label is correctly spelt and has its colon. */
  readonly certain: boolean;
}

const FIELDS: Readonly<Record<string, HeaderField>> = {
  from: 'from',
  prom: 'from',
  frorn: 'from',
  i3rom: 'from',
  sent: 'sent',
  date: 'sent',
  to: 'to',
  t0: 'to',
  cc: 'cc',
  ce: 'cc',
  bcc: 'cc',
  subject: 'subject',
  subj: 'subject',
  attachments: 'other',
  attachment: 'other',
  importance: 'other',
  attach: 'other',
  sensitivity: 'other',
};
const CORRECT_LABELS: ReadonlySet<string> = new Set([
  'from',
  'sent',
  'date',
  'to',
  'cc',
  'bcc',
  'subject',
  'attachments',
  'importance',
]);
/** Labels accepted without a colon, with a value further right or on another line. */
const WITHOUT_COLON: ReadonlySet<string> = new Set(['From', 'Sent', 'To', 'Cc', 'Subject', 'Date']);

function fieldOf(word: string): HeaderField | null {
  const lower = word.toLowerCase();
  const exact = Object.hasOwn(FIELDS, lower) ? FIELDS[lower] : undefined;
  if (exact !== undefined) return exact;
  if (lower.length < 3 || lower.length > 9) return null;
  if (lower.length >= 5 && leven(lower, 'subject') <= 2) return 'subject';
  if (lower.length <= 5 && leven(lower, 'from') <= 1) return 'from';
  return lower.length <= 5 && leven(lower, 'sent') <= 1 ? 'sent' : null;
}

const WORD = /^[>\s*•|]{0,60}?([A-Za-z0-9]{2,12})(?: ?([:;])| {2,}|\t|\.(?= {2})|$)/;

/**
 * Reads the label of a mail header line, such as `Sent:    Tuesday…` or `Subject    Re:`; otherwise
 * null.
 */
export function readHeaderLabel(line: string): HeaderLabel | null {
  const match = WORD.exec(line.length > 80 ? line.slice(0, 80) : line);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const colon = match[2] !== undefined;
  if (!colon && !WITHOUT_COLON.has(written)) return null;
  const field = fieldOf(written);
  if (field === null) return null;
  const rest = line.slice(match[0].length);
  const value = rest.trim();
  const valueColumn = value === '' ? line.length : line.length - rest.trimStart().length;
  return {
    field,
    written,
    value,
    valueColumn,
    certain: colon && CORRECT_LABELS.has(written.toLowerCase()),
  };
}
