/**
 * Reads the operation out of a request, and nothing but what it has to be: JSON in UTF-8, sent as
 * such, or the parameters of a GET. A browser sends forms and plain text of any page to any host
 * unasked, so these are never operations; JSON it asks about first.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Limits } from '../config/config.ts';
import { inWords, refusal } from '../errors/error-codes.ts';

export function useReadRequest({ body: most }: Pick<Limits, 'body'>): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (request.method === 'POST') {
        expectJson(request.headers);
        setRequestParser((posted) => readOperation(posted, most));
      } else if (request.method === 'GET' && requestParser !== undefined) {
        setRequestParser((got) => {
          try {
            return requestParser(got);
          } catch (error) {
            if (!(error instanceof SyntaxError)) throw error;
            throw refusal(
              'BAD_REQUEST',
              'The parameters variables and extensions have to be JSON.',
              {
                status: 400,
              },
            );
          }
        });
      }
    },
  };
}

function expectJson(headers: Headers): void {
  const [type, ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const encoding = headers.get('content-encoding') ?? 'identity';
  const wrong =
    type?.trim() !== 'application/json'
      ? 'Send the operation as JSON, with Content-Type: application/json.'
      : charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)
        ? 'Send JSON in UTF-8; other charsets are not read.'
        : encoding !== 'identity'
          ? 'Send the body as it is; compressed ones are not read.'
          : null;
  if (wrong !== null) throw refusal('UNSUPPORTED_MEDIA_TYPE', wrong, { status: 415 });
}

async function readOperation(request: Request, most: number): Promise<GraphQLParams> {
  const bytes = await readBytes(request, most).catch((error: unknown) => {
    // Whoever hangs up in the middle hears nothing of it; and it is nothing for our log.
    if (request.signal.aborted) throw badBody('The body ended before it was whole.');
    throw error;
  });
  const value = toJson(toText(bytes));
  if (Array.isArray(value)) throw badBody('Send one operation in each request, no list of them.');
  if (typeof value !== 'object' || value === null)
    throw badBody('The body has to be an object: {"query": "{ documents { totalCount } }"}');
  return value;
}

function badBody(message: string) {
  return refusal('BAD_REQUEST', message, { status: 400 });
}

function toText(bytes: Uint8Array | ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw badBody('The body is not UTF-8.');
    throw error;
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badBody('The body is not JSON.');
    throw error;
  }
}

async function readBytes(request: Request, most: number): Promise<Uint8Array | ArrayBuffer> {
  const declared = request.headers.get('content-length');
  if (Number(declared) > most) throw tooLarge(most);
  // Node reads no more of a body than it is declared to have.
  if (declared !== null || request.body === null) return request.arrayBuffer();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > most) {
      // To hang up on a client that is still sending would keep the answer from it.
      void drain(reader);
      throw tooLarge(most);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** Reads what is still to come and forgets it; how it ends is nobody's concern, the answer is given. */
async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client hung up.
  }
}

function tooLarge(most: number) {
  const message = `The body has more than ${inWords(most)} bytes, the most that are read. Ask in several requests.`;
  return refusal('BODY_TOO_LARGE', message, { status: 413 });
}
