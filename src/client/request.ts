/** A question as HTTP puts it. */

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

/** Asks for an operation that the server knows: the same question has the same address, for caches. */
export function getRequest({ url, headers }: Endpoint, hash: string, variables: unknown): Request {
  const parameters = new URLSearchParams({ documentId: `sha256:${hash}` });
  if (Object.keys(variables ?? {}).length > 0)
    parameters.set('variables', JSON.stringify(variables));
  const address = `${url}${url.includes('?') ? '&' : '?'}${parameters}`;
  return { url: address, method: 'GET', headers: { ...ACCEPT, ...headers } };
}

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
