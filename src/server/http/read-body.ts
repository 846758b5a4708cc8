import type { IncomingMessage } from 'node:http';

/**
 * Reads the body of a request. The rest of one above `maxBytes` is received and discarded: a client that
 * is still sending would not receive the response if the connection were closed. A body is incomplete if
 * the client disconnects, or takes too long to send it.
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'TOO_LARGE' | 'INCOMPLETE'> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    if (Number(request.headers['content-length']) > maxBytes) resolve('TOO_LARGE');
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks = [];
        resolve('TOO_LARGE');
      }
    });
    request.on('end', () => resolve(concatenate(chunks)));
    request.on('close', () => resolve('INCOMPLETE'));
    request.on('error', () => resolve('INCOMPLETE'));
  });
}

/** Not `Buffer.concat`, whose result may share its memory with other buffers and cannot move to another thread. */
function concatenate(chunks: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
