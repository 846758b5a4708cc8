import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { refusal } from '../errors/error-codes.ts';

/** Absent where a request comes by `fetch`, not from a socket. */
export interface Sockets {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
}

/** Refuses what one client asks beyond so many requests under way. A client is an address. */
export function useConcurrencyLimit(most: number): Plugin<object, Sockets> {
  const underWay = new Map<string, number>();
  return {
    onRequestParse: ({ serverContext: { req, res } }) => {
      const client = req?.socket.remoteAddress;
      if (client === undefined || res === undefined) return;
      const others = underWay.get(client) ?? 0;
      if (others >= most) {
        const message = `${most} requests of yours are under way, the most at once. Wait for one of them to end.`;
        throw refusal('TOO_MANY_REQUESTS', message, {
          status: 429,
          headers: { 'Retry-After': '1' },
        });
      }
      underWay.set(client, others + 1);
      res.once('close', () => {
        const left = (underWay.get(client) ?? 1) - 1;
        if (left > 0) underWay.set(client, left);
        else underWay.delete(client);
      });
    },
  };
}
