/** Builds released papers as a page-to-text program leaves them. */

/** The stamp at the head and foot of every page. */
export const STAMP =
  'UNCLASSIFIED U.S. Department of State Case No. F-2013-11111 Doc No. C05123456 Date: 04/30/2014';

/** Wraps the text of each page in stamps, blank lines and a form feed. */
export function paper(...pages: readonly string[]): string {
  return pages.map((page) => `      ${STAMP}\n\n\n${page}\n\n\n      ${STAMP}\n`).join('\f');
}

const column = (label: string, value: string): string => `${label.padEnd(34)}${value}`.trimEnd();

/** The header of the outermost message, its values in a column. */
export function header(fields: {
  from?: string;
  sent?: string;
  to?: string;
  subject?: string;
}): string {
  return [
    column('From:', fields.from ?? 'Marsh, Ellen P <MarshEP@state.gov>'),
    column('Sent:', fields.sent ?? 'Monday, March 2, 2009 5:37 PM'),
    column('To:', fields.to ?? 'Quill, Adam'),
    column('Subject:', fields.subject ?? 'Harbour talks'),
  ].join('\n');
}
