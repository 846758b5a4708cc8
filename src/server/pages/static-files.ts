/** Files that are read once, before the server accepts requests: a request never reads a file. */
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { matchesETag, shortHash } from '../http/etag.ts';

/** A file in memory. */
export interface StaticFile {
  readonly type: string;
  /** Its compressed variants, the preferred first. */
  readonly compressed: readonly Variant[];
  readonly identity: Variant;
}

interface Variant {
  /** Value of `Content-Encoding`. */
  readonly encoding: 'br' | 'gzip' | null;
  readonly body: Buffer;
  readonly etag: string;
}

const EXTENSIONS = { br: '.br', gzip: '.gz' } as const;
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
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const compressed = (['br', 'gzip'] as const)
      .map((encoding) => ({ encoding, path: `${name}${EXTENSIONS[encoding]}` }))
      .filter(({ path }) => names.includes(path))
      .map(({ encoding, path }) => makeVariant(encoding, readFileSync(join(folder, path))));
    const identity = makeVariant(null, readFileSync(join(folder, name)));
    files.set(`/${name.replaceAll('\\', '/')}`, { type, compressed, identity });
  }
  return files;
}

/** A variant with the ETag of its bytes. */
export function makeVariant(encoding: Variant['encoding'], body: Buffer): Variant {
  return { encoding, body, etag: `"${shortHash(body)}"` };
}

/** Responds with a file, or with 304 if the client has it. Ranges are not supported: files are small. */
export function sendStaticFile(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  { type, compressed, identity }: StaticFile,
  status: 200 | 404,
): void {
  const accepted = headers['accept-encoding']?.toString() ?? '';
  const { body, encoding, etag } =
    compressed.find((variant) => accepts(accepted, variant.encoding)) ?? identity;
  response.setHeader('Vary', status === 404 ? 'Accept, Accept-Encoding' : 'Accept-Encoding');
  if (status === 200) {
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
      ...(encoding !== null && { 'Content-Encoding': encoding }),
    })
    .end(method === 'HEAD' ? undefined : body);
}

/** Whether `Accept-Encoding` lists an encoding. */
function accepts(accepted: string, encoding: Variant['encoding']): boolean {
  return accepted.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    return name === encoding && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
  });
}
