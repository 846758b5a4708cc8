import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config/config.ts';
import {
  errorResponse,
  type OperationRequest,
  type OperationResponse,
  responseWithoutBody,
} from '../engine/operation.ts';
import { formatNumber } from '../errors/format-number.ts';
import { createConcurrencyLimit } from '../limits/concurrency-limit.ts';
import type { CurrentRequest } from '../telemetry/current-request.ts';
import { preflightHeaders } from './cross-origin.ts';
import { readBody } from './read-body.ts';

/** Headers on which the response to an operation depends, besides those of CORS. */
const HEADERS = ['accept', 'content-type', 'content-encoding'] as const;

/**
 * Creates the function that receives an operation from an HTTP request. It returns the response instead
 * if there is no operation to execute: to a preflight request, a body above the limit, or a client with too
 * many requests in flight. `accept` replaces the header of that name.
 */
export function createReceiver({ limits, corsOrigins, publicUrl }: Config) {
  const isWithinLimit = createConcurrencyLimit(limits.concurrent);
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { id }: CurrentRequest,
    accept = request.headers.accept,
  ): Promise<OperationRequest | OperationResponse> => {
    const { method = 'GET', url = '', headers } = request;
    const preflight = method === 'OPTIONS' ? preflightHeaders(corsOrigins, headers.origin) : null;
    if (preflight !== null) return responseWithoutBody(204, preflight);
    if (!isWithinLimit(request, response)) return tooManyRequests(limits.concurrent);
    const body = method === 'POST' ? await readBody(request, limits.body) : null;
    if (body === 'TOO_LARGE') return bodyTooLarge(limits.body);
    if (body === 'INCOMPLETE') return errorResponse(400, 'BAD_REQUEST', 'The body is incomplete.');
    const sent: Record<string, string> = {};
    for (const name of HEADERS) {
      const value = name === 'accept' ? accept : headers[name];
      if (value !== undefined) sent[name] = value;
    }
    return {
      requestId: id,
      // Node itself leaves out the body of a response to HEAD.
      method: method === 'HEAD' ? 'GET' : method,
      url,
      origin: publicUrl ?? `http://${headers.host}`,
      headers: sent,
      body,
      milliseconds: limits.requestMs,
    };
  };
}

function tooManyRequests(max: number): OperationResponse {
  const message = `Too many requests in flight from this client; the maximum is ${max}. Wait for one to complete.`;
  return errorResponse(429, 'TOO_MANY_REQUESTS', message, { 'retry-after': '1' });
}

function bodyTooLarge(maxBytes: number): OperationResponse {
  const message = `The request body exceeds ${formatNumber(maxBytes)} bytes. Split it into several requests.`;
  return errorResponse(413, 'BODY_TOO_LARGE', message);
}
