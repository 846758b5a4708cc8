/**
 * Answers to persisted operations asked by GET, kept by corpus revision: what was computed once is
 * sent again as the same bytes, and a reader who has it already is told so (304). A revision never
 * changes, and each request is answered out of the latest that is published: no answer is ever stale.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { Snapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { noteOperation } from '../telemetry/current-request.ts';

/** Shorter bodies grow when they are compressed, or hardly shrink. */
const WORTH_COMPRESSING = 1024;
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Asked once for each answer: middling effort, which takes a tenth of the time of the best. */
const COMPRESS: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
  identity: (body) => Promise.resolve(body),
};

interface Answer {
  /** Name of the operation, if it is one of the server's own. */
  readonly operation: string | undefined;
  readonly tag: string;
  readonly status: number;
  /** All that it is sent with. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Answers with errors are told once and not kept. */
  readonly isKept: boolean;
}

export interface AnswerCacheOptions {
  readonly corpus: Snapshots;
  /** Bytes of bodies, and of the addresses that they answer. */
  readonly maxBytes: number;
  /** Changes with whatever else an answer depends on: the code, and the address in citations. */
  readonly edition: string;
  /** The name of the operation that an address asks for. */
  readonly operationOf: (url: string) => string | undefined;
  /** Computes the answer to a request, in a media type, out of a corpus. */
  readonly compute: (
    request: IncomingMessage,
    response: ServerResponse,
    mediaType: string,
    corpus: CorpusSnapshot,
  ) => Promise<Response>;
}

export type AnswerCache = ReturnType<typeof createAnswerCache>;

export function createAnswerCache(options: AnswerCacheOptions) {
  const { corpus, maxBytes, edition, operationOf, compute } = options;
  const kept = new LRUCache<string, Answer>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ body }, key) => body.length + key.length + 512,
  });
  /** What is being computed, for all who ask for it meanwhile. */
  const underway = new Map<string, Promise<Answer>>();

  const answerFor = async (key: string, computed: () => Promise<Answer>): Promise<Answer> => {
    const coming = underway.get(key);
    if (coming !== undefined) return coming;
    const computing = computed();
    underway.set(key, computing);
    try {
      const answer = await computing;
      if (answer.isKept && maxBytes > 0) kept.set(key, answer);
      return answer;
    } finally {
      underway.delete(key);
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const latest = corpus.known() ?? (await corpus.latest());
    const { url = '', headers } = request;
    const encoding = bestEncoding(headers['accept-encoding']);
    const reader = readerOf(request);
    const mediaType = mediaTypeFor(headers.accept);
    // The tag names the revision: of two corpora, each with its first, the time tells them apart.
    const key = `${latest.revision}\n${latest.writtenAt}\n${encoding}\n${headers.host}\n${reader}\n${mediaType}\n${url}`;
    const known = kept.get(key);
    const operation = known === undefined ? operationOf(url) : known.operation;
    const tag = known?.tag ?? `"r${latest.revision}-${short(`${edition}\n${key}`)}"`;
    noteOperation(operation);
    const caching = reader === '' ? SHARED : PRIVATE;
    if (isHeld(headers['if-none-match'], tag)) {
      response.writeHead(304, { ETag: tag, ...caching }).end();
      return;
    }
    const answer =
      known ??
      (await answerFor(key, async () => {
        const computed = await compute(request, response, mediaType, latest);
        const read = await readAnswer(computed, encoding);
        const told = read.isKept ? { ETag: tag, ...caching } : NOT_KEPT;
        return { operation, tag, ...read, headers: { ...read.headers, ...told } };
      }));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
}

const VARY = 'Accept, Accept-Encoding, Authorization, Cookie, Origin';
const SHARED = { 'Cache-Control': 'public, no-cache', Vary: VARY } as const;
const PRIVATE = { 'Cache-Control': 'private, no-cache', Vary: VARY } as const;
const NOT_KEPT = { 'Cache-Control': 'no-store' } as const;

/** A request that the cache answers. */
export function isPersistedGet({ method, url }: IncomingMessage): boolean {
  return method === 'GET' && url?.startsWith('/graphql?') === true && /[?&]documentId=/.test(url);
}

/** Nobody's for anonymous readers, who share; those who sign in, or ask from elsewhere, have their own. */
function readerOf({ headers }: IncomingMessage): string {
  const { authorization = '', cookie = '', origin = '' } = headers;
  if (authorization === '' && cookie === '') return origin;
  return [origin, short(authorization), short(cookie)].join(' ');
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const GRAPHQL_JSON = 'application/graphql-response+json';

/** The newer type for those who name it. */
function mediaTypeFor(accept: string | undefined): string {
  return accept?.includes(GRAPHQL_JSON) ? GRAPHQL_JSON : 'application/json';
}

const TAKES = ENCODINGS.map((encoding) => [encoding, takes(encoding)] as const);

/** Of a header that names an encoding, but not with `q=0`, which is a no. */
function takes(encoding: Encoding): RegExp {
  const no = String.raw`\s*;\s*q=0(?:\.0*)?\s*(?:,|$)`;
  return new RegExp(String.raw`(?:^|,)\s*${encoding}(?!${no})\s*(?:[;,]|$)`, 'i');
}

/** The first of ours that the reader takes. */
function bestEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '');
  return TAKES.find(([, pattern]) => pattern.test(header))?.[0] ?? 'identity';
}

/** Whether `If-None-Match` names the tag; a cache on the way may have made it a weak one. */
function isHeld(tags: string | undefined, tag: string): boolean {
  return (
    tags !== undefined && tags.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
  );
}

/** Headers that do not belong to a body that is sent again. */
const ONE_ANSWERS_OWN = ['content-length', 'date', 'x-request-id', 'cache-control', 'vary', 'etag'];

async function readAnswer(
  response: Response,
  encoding: Encoding,
): Promise<Omit<Answer, 'operation' | 'tag'>> {
  const plain = Buffer.from(await response.arrayBuffer());
  const isKept = response.status === 200 && !hasErrors(plain);
  const encodes = isKept && encoding !== 'identity' && plain.length >= WORTH_COMPRESSING;
  const body = encodes ? await COMPRESS[encoding](plain) : plain;
  const headers = Object.fromEntries(response.headers);
  for (const name of ONE_ANSWERS_OWN) delete headers[name];
  headers['content-length'] = String(body.length);
  if (encodes) headers['content-encoding'] = encoding;
  return { status: response.status, headers, body, isKept };
}

/** Read only where it may have some: an answer can be long. */
function hasErrors(body: Buffer): boolean {
  return (
    body.includes('"errors"') &&
    (JSON.parse(body.toString('utf8')) as { readonly errors?: unknown }).errors !== undefined
  );
}
