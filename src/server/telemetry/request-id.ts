import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { CheckedResponse } from './error-scope.ts';

const PLAIN_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The client's `X-Request-Id` if it is safe in a header and a log line; otherwise a new UUID. */
export function requestIdFor(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && PLAIN_ID.test(header) ? header : randomUUID();
}

/**
 * A response that sends the id of its request as `X-Request-Id`. The header is written together with
 * all others: setting one beforehand makes Node's `writeHead` much slower.
 */
export class ResponseWithRequestId<
  Request extends IncomingMessage = IncomingMessage,
> extends CheckedResponse<Request> {
  requestId = '';
  /** Asked when the response begins: whether it closes its connection. */
  isLast: () => boolean = no;

  override writeHead(
    status: number,
    reason?: string | Headers,
    headers: Headers | undefined = typeof reason === 'string' ? undefined : reason,
  ): this {
    if (typeof reason === 'string') this.statusMessage = reason;
    if (this.isLast()) this.shouldKeepAlive = false;
    return super.writeHead(
      status,
      Array.isArray(headers)
        ? ['X-Request-Id', this.requestId, ...headers]
        : { ...headers, 'X-Request-Id': this.requestId },
    );
  }
}

function no(): boolean {
  return false;
}

type Headers = OutgoingHttpHeaders | (string | number | string[])[];
