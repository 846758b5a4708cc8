/** The query string of the page's address, so that every view is a link: `?from=2006-02-01&channel=PUBLIC,PRIVATE`. */

/** Parameters of a query string: text, or lists of text. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parses a query string; of repeated parameters, the last one applies. */
export function parseQueryString(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Formats a query string. Lists are joined by commas; empty parameters are omitted. */
export function formatQueryString(search: QueryParameters): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = typeof value === 'object' ? value.join(',') : value;
    if (text !== undefined && text !== '') parameters.set(name, text);
  }
  // Commas and colons are valid in a query string, and readable.
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
