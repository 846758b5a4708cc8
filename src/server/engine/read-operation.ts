/**
 * Reads the operation from a request: a JSON body in UTF-8, or the parameters of a GET. Yoga does not get
 * the body, since reading it from a `Request` takes longer than all else that Yoga does. Browsers send
 * forms and plain text from any page to any host without a preflight, so these are never accepted;
 * JSON requires a preflight.
 */
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { requestError } from '../errors/request-error.ts';
import { currentOperation } from '../telemetry/current-operation.ts';

/** Rejects requests with another media type or an invalid body. */
export function useReadRequest(): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (request.method === 'POST') {
        assertJson(request.headers);
        setRequestParser(() => readOperation(currentOperation()?.body ?? new Uint8Array()));
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

function readOperation(bytes: Uint8Array): GraphQLParams {
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

function decodeUtf8(bytes: Uint8Array): string {
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
