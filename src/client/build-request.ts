/** Builds the HTTP requests for an operation (GraphQL over HTTP). */

/** One HTTP request, as passed to `fetch`. */
export interface Request {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Endpoint {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ACCEPT = { accept: 'application/graphql-response+json, application/json;q=0.9' };

/** Requests a persisted operation by hash. Equal variables give an equal URL, so that caches apply. */
export function getRequest({ url, headers }: Endpoint, hash: string, variables: unknown): Request {
  const parameters = new URLSearchParams({ documentId: `sha256:${hash}` });
  if (Object.keys(variables ?? {}).length > 0)
    parameters.set('variables', JSON.stringify(variables));
  const address = `${url}${url.includes('?') ? '&' : '?'}${parameters}`;
  return { url: address, method: 'GET', headers: { ...ACCEPT, ...headers } };
}

/** Requests an operation by its whole text. */
export function postRequest(
  { url, headers }: Endpoint,
  query: string,
  variables: unknown,
): Request {
  return {
    url,
    method: 'POST',
    headers: { ...ACCEPT, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  };
}
