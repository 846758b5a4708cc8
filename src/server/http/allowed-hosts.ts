import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config/config.ts';
import { sendError } from '../errors/send-error.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
/** Addresses that listen on every network: the names of such a server are not known. */
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);
/** A host name or address, with or without a port. */
const HOST_HEADER = /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Returns the check of the `Host` header: true if the request may be answered; otherwise it is
 * rejected with 400 or 421. A page that makes its own name resolve to this server's address (DNS
 * rebinding) could otherwise read the corpus, and citations would name any host.
 */
export function createHostCheck({ allowedHosts, host, publicUrl }: Config) {
  const isAny = allowedHosts.includes('*') || (allowedHosts.length === 0 && ANY_ADDRESS.has(host));
  const allowed = new Set([
    ...LOCAL_NAMES,
    host.includes(':') ? `[${host}]` : host.toLowerCase(),
    ...allowedHosts,
    ...(publicUrl === null ? [] : [new URL(publicUrl).hostname]),
  ]);
  return ({ headers }: IncomingMessage, response: ServerResponse): boolean => {
    const name = HOST_HEADER.exec(headers.host ?? '')?.[1]?.toLowerCase();
    if (name === undefined) {
      sendError(response, 400, 'BAD_REQUEST', 'The Host header is missing or is not a host name.');
      return false;
    }
    if (isAny || allowed.has(name)) return true;
    sendError(
      response,
      421,
      'BAD_REQUEST',
      `This server does not answer requests to the host ${name}. Add it to DEMARCHE_ALLOWED_HOSTS.`,
    );
    return false;
  };
}
