/** How a view is written into the address, so that every view is a link: `?from=2006-02-01&channel=PUBLIC,PRIVATE`. */

/** What stands in an address: texts, or lists of them. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export function parseQueryString(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Empty values are left out, so that a view without filters has the plain address. */
export function formatQueryString(search: QueryParameters): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = typeof value === 'object' ? value.join(',') : value;
    if (text !== undefined && text !== '') parameters.set(name, text);
  }
  // Commas and colons need no escape there, and people read addresses.
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
