/**
 * Reads the operation from a request: a JSON body in UTF-8, or the parameters of a GET. Browsers send
 * forms and plain text from any page to any host without a preflight, so these are never accepted;
 * JSON requires a preflight.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Limits } from '../config/config.ts';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';

/** Rejects requests with another media type, an invalid body, or a body above the limit. */
export function useReadRequest({ body: maxBytes }: Pick<Limits, 'body'>): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (request.method === 'POST') {
        assertJson(request.headers);
        setRequestParser((post) => readOperation(post, maxBytes));
      } else if (request.method === 'GET' && requestParser !== undefined) {
        setRequestParser((get) => {
          try {
            return requestParser(get);
          } catch (error) {
            if (error instanceof SyntaxError)
              throw badRequest('The parameters "variables" and "extensions" must be JSON.');
            throw error;
          }
        });
      }
    },
  };
}

function assertJson(headers: Headers): void {
  const [type, ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const encoding = headers.get('content-encoding') ?? 'identity';
  const problem =
    type?.trim() !== 'application/json'
      ? 'Send the operation as JSON, with Content-Type: application/json.'
      : charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)
        ? 'Unsupported charset. Send JSON in UTF-8.'
        : encoding !== 'identity'
          ? 'Compressed bodies are not supported. Send the body without Content-Encoding.'
          : null;
  if (problem !== null) throw requestError('UNSUPPORTED_MEDIA_TYPE', problem, { status: 415 });
}

async function readOperation(request: Request, maxBytes: number): Promise<GraphQLParams> {
  const bytes = await readBytes(request, maxBytes).catch((error: unknown) => {
    // The client disconnected: it cannot read this, and nothing is to be logged.
    if (request.signal.aborted) throw badRequest('The body is incomplete.');
    throw error;
  });
  const value = parseJson(decodeUtf8(bytes));
  if (Array.isArray(value))
    throw badRequest('Batches are not supported. Send one operation per request.');
  if (typeof value !== 'object' || value === null)
    throw badRequest('The body must be an object: {"query": "{ documents { totalCount } }"}');
  return value;
}

function badRequest(message: string) {
  return requestError('BAD_REQUEST', message, { status: 400 });
}

function decodeUtf8(bytes: Uint8Array | ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw badRequest('The body is not valid UTF-8.');
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('The body is not valid JSON.');
    throw error;
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array | ArrayBuffer> {
  const contentLength = request.headers.get('content-length');
  if (Number(contentLength) > maxBytes) throw bodyTooLarge(maxBytes);
  // Node reads no more than Content-Length.
  if (contentLength !== null || request.body === null) return request.arrayBuffer();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > maxBytes) {
      // A client that is still sending would not receive the response if the connection were closed.
      void discard(reader);
      throw bodyTooLarge(maxBytes);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** Reads and discards the rest of a body. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client disconnected; the response is already sent.
  }
}

function bodyTooLarge(maxBytes: number) {
  const message = `The request body exceeds ${formatNumber(maxBytes)} bytes. Split it into several requests.`;
  return requestError('BODY_TOO_LARGE', message, { status: 413 });
}
