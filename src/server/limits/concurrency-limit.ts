import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Returns a function that adds a request to those in flight until its response is closed; false if its
 * client already has `max` of them. A client is an IP address.
 */
export function createConcurrencyLimit(
  max: number,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const inFlight = new Map<string, number>();
  return ({ socket }, response) => {
    const client = socket.remoteAddress ?? '';
    const count = inFlight.get(client) ?? 0;
    if (count >= max) return false;
    inFlight.set(client, count + 1);
    // Before listeners that may throw, after which none is called.
    response.prependOnceListener('close', () => {
      const remaining = (inFlight.get(client) ?? 1) - 1;
      if (remaining > 0) inFlight.set(client, remaining);
      else inFlight.delete(client);
    });
    return true;
  };
}
