/** Files that are read once, before the server accepts requests: a request never reads a file. */
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type Encoding, negotiateEncoding } from '../http/content-negotiation.ts';
import { matchesETag, shortHash } from '../http/etag.ts';

/** A file in memory, with its compressed variants. */
export interface StaticFile {
  readonly type: string;
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>> & { readonly identity: Buffer }>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Reads a folder with the compressed variants beside its files (`.br`, `.gz`); keys are URL paths. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const bodies = {
      ...(names.includes(`${name}.br`) && { br: read(`${name}.br`) }),
      ...(names.includes(`${name}.gz`) && { gzip: read(`${name}.gz`) }),
      identity: read(name),
    };
    files.set(`/${name.replaceAll('\\', '/')}`, { type, bodies });
  }
  return files;
}

const etags = new WeakMap<Buffer, string>();

function etagOf(body: Buffer): string {
  const etag = etags.get(body) ?? `"${shortHash(body)}"`;
  etags.set(body, etag);
  return etag;
}

/** Responds with a file, or with 304 if the client has it. Ranges are not supported: files are small. */
export function sendStaticFile(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { type, bodies }: StaticFile,
  status: 200 | 404,
): void {
  const accepted = negotiateEncoding(headers['accept-encoding']);
  const body = bodies[accepted] ?? bodies.identity;
  response.setHeader('Vary', status === 404 ? 'Accept, Accept-Encoding' : 'Accept-Encoding');
  if (status === 200) {
    const etag = etagOf(body);
    response.setHeader('ETag', etag);
    if (matchesETag(headers['if-none-match'], etag)) {
      response.writeHead(304).end();
      return;
    }
  }
  response
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': body.length,
      ...(body !== bodies.identity && { 'Content-Encoding': accepted }),
    })
    .end(body);
}
