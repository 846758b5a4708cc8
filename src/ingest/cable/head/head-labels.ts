/** The labelled lines of a cable's head: `E.O.`, `TAGS`, `SUBJECT`, `REF`, `Classified By`. */

export type HeadLabel = 'order' | 'tags' | 'subject' | 'references' | 'classified-by';

/** A labelled field of the head: the text from the end of its label to the next label. */
export interface HeadField {
  readonly label: HeadLabel;
  readonly text: string;
  /** Offset, in the head, of the first character after the label. */
  readonly start: number;
}

const LABELS: readonly (readonly [HeadLabel, string])[] = [
  ['order', 'E\\.? ?[O0]\\.? ?:? ?(?:1[0-9]{4}|N\\/A)|EO:? ?1[0-9]{4}'],
  ['tags', 'TAGS?\\b ?:?'],
  ['subject', 'SUBJECTS?\\b ?:?|SUBJ?\\b\\.? ?:'],
  ['references', 'REF(?:S|TELS?|ERENCES?|\\(S\\))?(?:\\b|(?<=\\))) ?[:.]?'],
  [
    'classified-by',
    '(?:CLASSIFIED|CLASSIFED|CLASSFIED|CLASSIFIIED) BY\\b|DERIVED FROM\\b|CLASSIFIED\\b ?:',
  ],
];

// At the start of a line the label alone suffices; within a line only unambiguous forms do.
const AT_LINE_START = new RegExp(
  `^[ \\t]{0,12}(?:\\([A-Z]{1,3}\\) ?)?(?:${LABELS.map(([, source]) => `(${source})`).join('|')})`,
  'i',
);
const WITHIN_LINE =
  /(?<=[\s.,)])(?:(E\.O\. ?:?(?=1[0-9]{4})|E\.O\. (?=1[0-9]{4}))|(TAGS ?:|Tags:|TAGS (?=[A-Z]{4}\b))|(SUBJECT ?:|SUBJ:|Subject:)|(REFS? ?: |REF\(S\) ?:|REFTELS?:|Ref\(s\):|Refs?: |REFS? (?=\(?A[.)]))|((?:Classified|CLASSIFIED|Classsified) (?:By|BY|by)\b|CLASSIFIED BY|DERIVED FROM:))/g;

/** Whether a line begins with or contains one of the labels found only in a cable's head. */
export function isHeadLabel(text: string): boolean {
  if (text.length < 4) return false;
  const match = AT_LINE_START.exec(text.slice(0, 80));
  if (match) {
    // A sentence may begin with "Subject" or "Tag", so these labels require their colon.
    if (match[1] !== undefined) return true;
    if (match[2] !== undefined || match[3] !== undefined) {
      return match[0].trimEnd().endsWith(':') || /^\s*(?:TAGS|SUBJECT)\s+[A-Z]{2,5}\b/.test(text);
    }
  }
  return /\b(?:E\.O\. 1[0-9]{4}|TAGS:|SUBJECT:)/.test(text.slice(0, 2000));
}

/** Whether a line begins with any label, including `REF` and `Classified By`. */
export function startsWithLabel(text: string): boolean {
  return AT_LINE_START.test(text.slice(0, 80));
}

/** Splits a head into its labelled fields, in order; text before the first label is dropped. */
export function splitHead(head: string): readonly HeadField[] {
  const marks: { label: HeadLabel; from: number; start: number }[] = [];
  let offset = 0;
  for (const line of head.split('\n')) {
    const first = AT_LINE_START.exec(line.slice(0, 80));
    let within = 0;
    if (first) {
      const label = labelOf(first);
      if (label) marks.push({ label, from: offset, start: offset + first[0].length });
      within = first[0].length;
    }
    for (const match of line.matchAll(WITHIN_LINE)) {
      const label = labelOf(match);
      if (match.index < within || !label) continue;
      marks.push({
        label,
        from: offset + match.index,
        start: offset + match.index + match[0].length,
      });
    }
    offset += line.length + 1;
  }
  return marks.map((mark, i) => ({
    label: mark.label,
    text: head.slice(mark.start, marks[i + 1]?.from ?? head.length),
    start: mark.start,
  }));
}

function labelOf(match: RegExpExecArray): HeadLabel | null {
  const index = match.slice(1).findIndex((group) => group !== undefined);
  return LABELS[index]?.[0] ?? null;
}
