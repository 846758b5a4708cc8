/**
 * Answers to persisted operations asked by GET, kept by corpus revision: what was computed once is
 * sent again as the same bytes, and a reader who has it already is told so (304). A revision never
 * changes and each request asks which is the latest, so that no answer is ever stale.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { CorpusCache } from '#src/store/corpus-cache.ts';

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
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Answers with errors are told once and not kept. */
  readonly isKept: boolean;
}

export interface AnswerCacheOptions {
  readonly corpus: CorpusCache;
  /** Bytes of bodies, and of the addresses that they answer. */
  readonly maxBytes: number;
  /** Changes with whatever else an answer depends on: the code, and the address in citations. */
  readonly edition: string;
  /** Computes the answer to a request, in a media type, out of a corpus. */
  readonly compute: (
    request: IncomingMessage,
    response: ServerResponse,
    mediaType: string,
    corpus: CorpusSnapshot,
  ) => Promise<Response>;
}

export type AnswerCache = ReturnType<typeof createAnswerCache>;

export function createAnswerCache({ corpus, maxBytes, edition, compute }: AnswerCacheOptions) {
  const kept = new LRUCache<string, Answer>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ body }, key) => body.length + key.length + 512,
  });
  /** What is being computed, for all who ask for it meanwhile. */
  const underway = new Map<string, Promise<Answer>>();

  const answerFor = async (key: string, encoding: Encoding, computed: () => Promise<Response>) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const coming = underway.get(key);
    if (coming !== undefined) return coming;
    const computing = computeAnswer(encoding, computed);
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
    const latest = await corpus.latest();
    const encoding = bestEncoding(request.headers['accept-encoding']);
    const reader = readerOf(request);
    const mediaType = mediaTypeFor(request.headers.accept);
    const asked = [edition, request.headers.host, reader, mediaType, request.url];
    const key = [latest.writtenAt, encoding, ...asked].join('\n');
    const tag = `"r${latest.revision}-${short(key)}"`;
    const caching = {
      ETag: tag,
      'Cache-Control': reader === '' ? 'public, no-cache' : 'private, no-cache',
      Vary: 'Accept, Accept-Encoding, Authorization, Cookie, Origin',
    };
    if (isHeld(request.headers['if-none-match'], tag)) {
      response.writeHead(304, caching).end();
      return;
    }
    const answer = await answerFor(`${latest.revision}\n${key}`, encoding, () =>
      compute(request, response, mediaType, latest),
    );
    response
      .writeHead(answer.status, {
        ...answer.headers,
        ...(answer.isKept ? caching : { 'Cache-Control': 'no-store' }),
        'Content-Length': answer.body.length,
      })
      .end(answer.body);
  };
}

/** A request that the cache answers. */
export function isPersistedGet({ method, url }: IncomingMessage): boolean {
  return method === 'GET' && url !== undefined && /^\/graphql\?(?:.*&)?documentId=/.test(url);
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

/** The first of ours that the reader takes; `q=0` is a no. */
function bestEncoding(accepted: string | string[] | undefined): Encoding {
  const taken = new Set<string>();
  for (const part of String(accepted ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    if (!parameters.some((each) => /^q=0(?:\.0*)?$/.test(each))) taken.add(name);
  }
  return ENCODINGS.find((encoding) => taken.has(encoding)) ?? 'identity';
}

/** Whether `If-None-Match` names the tag; a cache on the way may have made it a weak one. */
function isHeld(tags: string | undefined, tag: string): boolean {
  return (
    tags !== undefined && tags.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
  );
}

/** Headers that do not belong to a body that is sent again. */
const ONE_ANSWERS_OWN = ['content-length', 'date', 'x-request-id', 'cache-control', 'vary', 'etag'];

async function computeAnswer(
  encoding: Encoding,
  compute: () => Promise<Response>,
): Promise<Answer> {
  const response = await compute();
  const plain = Buffer.from(await response.arrayBuffer());
  const isKept = response.status === 200 && !hasErrors(plain);
  const encodes = isKept && encoding !== 'identity' && plain.length >= WORTH_COMPRESSING;
  const headers = Object.fromEntries(response.headers);
  for (const name of ONE_ANSWERS_OWN) delete headers[name];
  return {
    status: response.status,
    headers: encodes ? { ...headers, 'content-encoding': encoding } : headers,
    body: encodes ? await COMPRESS[encoding](plain) : plain,
    isKept,
  };
}

/** GraphQL puts errors first, where there are any. */
function hasErrors(body: Buffer): boolean {
  return (JSON.parse(body.toString('utf8')) as { readonly errors?: unknown }).errors !== undefined;
}
