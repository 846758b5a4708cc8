import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { requestError } from '../errors/request-error.ts';

/** Node's request and response; absent for requests made by `fetch` in the same process. */
export interface Sockets {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
}

/** Rejects requests of a client that already has `max` requests in flight. A client is an IP address. */
export function useConcurrencyLimit(max: number): Plugin<object, Sockets> {
  const inFlight = new Map<string, number>();
  return {
    onRequestParse: ({ serverContext: { req, res } }) => {
      const client = req?.socket.remoteAddress;
      if (client === undefined || res === undefined) return;
      const count = inFlight.get(client) ?? 0;
      if (count >= max) {
        const message = `Too many requests in flight from this client; the maximum is ${max}. Wait for one to complete.`;
        throw requestError('TOO_MANY_REQUESTS', message, {
          status: 429,
          headers: { 'Retry-After': '1' },
        });
      }
      inFlight.set(client, count + 1);
      res.once('close', () => {
        const remaining = (inFlight.get(client) ?? 1) - 1;
        if (remaining > 0) inFlight.set(client, remaining);
        else inFlight.delete(client);
      });
    },
  };
}
