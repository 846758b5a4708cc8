/** Reads the heading of a memo, a letter or a scanned paper. */
import type { SourceTime } from '#src/domain/source-document.ts';
import { groupToTime, parseDateTimeGroup } from '../cable/head/date-time-group.ts';
import { isHeadlineLine, isOutletLine, readDateLine } from '../news/article-lines.ts';
import { readByline } from '../news/byline.ts';
import { readWrittenDate } from '../text/written-date.ts';
import type { PaperLine } from './pages/remove-page-stamps.ts';

/** The fields of a memo, as written, with the line number of the date. */
export interface MemoHeading {
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly createdAt: SourceTime | null;
  readonly dateLine: number | null;
}

/** Number of non-blank lines at the top of a paper that are searched. */
const TOP = 30;
const LABEL =
  /^(FOR|For|TO|To|MEMORANDUM FOR|FROM|From|THROUGH|Through|SUBJECT|Subject|SUBJ|RE|Re|DATE|Date|Date\/DTG) ?[:;]/;

/** The non-blank lines at the top of a paper. */
export function topLines(lines: readonly PaperLine[], count = TOP): readonly PaperLine[] {
  const top: PaperLine[] = [];
  for (const line of lines) {
    if (line.text !== '') top.push(line);
    if (top.length === count) break;
  }
  return top;
}

/** The byline and headline of a paper that is a press cutting or an essay. */
function readCutting(top: readonly PaperLine[]): {
  author: string | null;
  headline: string | null;
} {
  const at = top.findIndex((line) => readByline(line.text) !== null);
  const author = at < 0 ? null : (readByline(top[at]?.text ?? '')?.author ?? null);
  const above = top.slice(0, Math.max(0, at)).map((line) => line.text.trim());
  const headline = above.findLast(
    (text) => isHeadlineLine(text) && !isOutletLine(text) && readDateLine(text) === null,
  );
  return { author, headline: headline ?? null };
}

/** Reads a memo's labels and its date: a `Date:` line, or a line that is only a date. */
export function readMemoHeading(lines: readonly PaperLine[]): MemoHeading {
  const values = new Map<string, string>();
  let date: { time: SourceTime; line: number } | null = null;
  const top = topLines(lines);
  for (const line of top) {
    const text = line.text.trim();
    const label = LABEL.exec(text);
    const value = label === null ? '' : text.slice(label[0].length).trim();
    const name = label?.[1]?.toLowerCase();
    if (name !== undefined && !values.has(name) && value !== '') values.set(name, value);
    const group =
      name === 'date/dtg' ? parseDateTimeGroup(value.slice(value.indexOf('/') + 1)) : null;
    const sent = group === null ? null : groupToTime(group, group.year);
    const written = name === 'date' ? readWrittenDate(value) : readWrittenDate(text);
    const isDate = written !== null && (written.whole || name === 'date');
    const time = sent ?? (isDate ? written.time : null);
    if (time !== null) date ??= { time, line: line.number };
  }
  const recipient = values.get('for') ?? values.get('memorandum for') ?? values.get('to');
  const cutting = values.has('from') ? { author: null, headline: null } : readCutting(top);
  return {
    from: values.get('from') ?? cutting.author,
    to: recipient === undefined ? [] : [recipient],
    subject: values.get('re') ?? values.get('subject') ?? values.get('subj') ?? cutting.headline,
    createdAt: date?.time ?? null,
    dateLine: date?.line ?? null,
  };
}
