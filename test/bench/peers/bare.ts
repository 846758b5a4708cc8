/**
 * The limit for answers that are kept: nothing but node:http, sending the same bytes each time, or
 * 304 to who holds them. Its answer and headers are a file of JSON.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { headers, body, held } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  readonly headers: Record<string, string>;
  readonly held: Record<string, string>;
  readonly body: string;
};
const bytes = Buffer.from(body, 'utf8');

createServer((request, response) => {
  if (request.headers['if-none-match'] === headers['etag']) response.writeHead(304, held).end();
  else response.writeHead(200, headers).end(bytes);
}).listen(Number(process.env['PORT']), '127.0.0.1');
