/**
 * Responses to persisted operations requested by GET, cached by corpus revision. A repeated request gets
 * the same bytes, or 304 if it has the ETag; identical requests at the same time are computed once.
 * A revision never changes and each request uses the latest one, so no response is stale.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Latest } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { CurrentRequest } from '../telemetry/current-request.ts';
import {
  compress,
  type Encoding,
  negotiateEncoding,
  negotiateMediaType,
} from './content-negotiation.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { makeETag, matchesETag, shortHash } from './etag.ts';

interface CachedResponse {
  /** Name of the persisted operation. */
  readonly operation: string | null;
  readonly etag: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** False for responses with errors. */
  readonly isCacheable: boolean;
}

/** What identifies the state of a corpus. */
type Revision = Pick<CorpusSnapshot, 'revision' | 'writtenAt'>;

/** A response before it is cached. */
interface ComputedResponse extends Pick<CachedResponse, 'status' | 'headers'> {
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What the cache needs from the server. */
export interface ResponseCacheOptions {
  readonly latest: Pick<Latest<Revision>, 'get' | 'ifFresh'>;
  /** Maximum bytes of bodies and keys. */
  readonly maxBytes: number;
  /** Identifies everything that responses depend on besides request and corpus: code and public URL. */
  readonly codeVersion: string;
  /** Origins whose pages may read responses. */
  readonly corsOrigins: readonly string[];
  /** The name of the persisted operation that a URL requests. */
  readonly operationOf: (url: string) => string | null;
  /** Computes the response to a request, in a media type, at a revision. */
  readonly compute: (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
    mediaType: string,
    revision: number,
  ) => Promise<ComputedResponse>;
}

/** Creates the handler of requests for which {@link isPersistedGet} holds. */
export function createResponseCache(options: ResponseCacheOptions) {
  const { latest, maxBytes, codeVersion, corsOrigins, operationOf, compute } = options;
  const cache = new LRUCache<string, CachedResponse>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: ({ body }, key) => body.length + key.length + 512,
  });
  /** Responses being computed, shared by all requests with the same key. */
  const inFlight = new Map<string, Promise<CachedResponse>>();

  const computeOnce = async (
    key: string,
    computeResponse: () => Promise<CachedResponse>,
  ): Promise<CachedResponse> => {
    const shared = inFlight.get(key);
    if (shared !== undefined) return shared;
    const computing = computeResponse();
    inFlight.set(key, computing);
    try {
      const computed = await computing;
      if (computed.isCacheable && maxBytes > 0) cache.set(key, computed);
      return computed;
    } finally {
      inFlight.delete(key);
    }
  };

  return async (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
  ): Promise<void> => {
    const { revision, writtenAt } = latest.ifFresh() ?? (await latest.get());
    const { url = '', headers } = request;
    const encoding = negotiateEncoding(headers['accept-encoding']);
    const audience = audienceOf(request);
    const mediaType = negotiateMediaType(headers.accept);
    // The time of writing tells corpora apart whose revisions have the same number.
    const key = `${revision}\n${writtenAt}\n${encoding}\n${headers.host}\n${audience}\n${mediaType}\n${parametersOf(url)}`;
    const cached = cache.get(key);
    const operation = cached === undefined ? operationOf(url) : cached.operation;
    const etag = cached?.etag ?? makeETag(revision, codeVersion, key);
    current.record.operation = operation;
    const cacheHeaders = audience === '' ? PUBLIC : PRIVATE;
    if (matchesETag(headers['if-none-match'], etag)) {
      const allowed = crossOriginHeaders(corsOrigins, headers.origin);
      response.writeHead(304, { ETag: etag, ...cacheHeaders, ...allowed }).end();
      return;
    }
    const {
      status,
      headers: sent,
      body,
    } = cached ??
    (await computeOnce(key, async () => {
      const computed = await readResponse(
        await compute(request, response, current, mediaType, revision),
        encoding,
      );
      const added = computed.isCacheable ? { ETag: etag, ...cacheHeaders } : NO_STORE;
      return { operation, etag, ...computed, headers: { ...computed.headers, ...added } };
    }));
    response.writeHead(status, sent).end(body);
  };
}

const VARY = 'Accept, Accept-Encoding, Authorization, Cookie, Origin';
const PUBLIC = { 'Cache-Control': 'public, no-cache', Vary: VARY } as const;
const PRIVATE = { 'Cache-Control': 'private, no-cache', Vary: VARY } as const;
const NO_STORE = { 'Cache-Control': 'no-store' } as const;

/** Whether the cache handles a request: a GET of /graphql with a `documentId`. */
export function isPersistedGet({ method, url }: IncomingMessage): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && url?.startsWith('/graphql?') === true && /[?&]documentId=/.test(url);
}

/** Parameters of a request that its response depends on. */
const PARAMETERS = ['documentId', 'variables', 'operationName', 'extensions'] as const;

/** The parameters of a URL in a fixed order: others, and their order, do not change the response. */
function parametersOf(url: string): string {
  const query = url.slice(url.indexOf('?') + 1);
  // As most clients send it: nothing to sort or leave out.
  if (/^documentId=[^&]*(?:&variables=[^&]*)?$/.test(query)) return query;
  const sent = new URLSearchParams(query);
  return new URLSearchParams(
    PARAMETERS.flatMap((name) => sent.getAll(name).map((value) => [name, value])),
  ).toString();
}

/** Who shares a response: all anonymous clients of an origin (empty: none), or the holder of credentials. */
function audienceOf({ headers }: IncomingMessage): string {
  const { authorization = '', cookie = '', origin = '' } = headers;
  if (authorization === '' && cookie === '') return origin;
  return [origin, shortHash(authorization), shortHash(cookie)].join(' ');
}

/** Headers of one response only, or set anew here. */
const EXCLUDED_HEADERS = [
  'content-length',
  'date',
  'x-request-id',
  'cache-control',
  'vary',
  'etag',
];

async function readResponse(
  response: ComputedResponse,
  accepted: Encoding,
): Promise<Omit<CachedResponse, 'operation' | 'etag'>> {
  const { body: sent } = response;
  const plain = typeof sent === 'string' ? Buffer.from(sent) : Buffer.from(sent.buffer);
  const isCacheable = response.status === 200 && !hasErrors(plain);
  const { body, encoding } = await compress(plain, isCacheable ? accepted : 'identity');
  const headers = { ...response.headers };
  for (const name of EXCLUDED_HEADERS) delete headers[name];
  headers['content-length'] = String(body.length);
  if (encoding !== null) headers['content-encoding'] = encoding;
  return { status: response.status, headers, body, isCacheable };
}

/** Parses the body only if the word occurs: bodies can be long. */
function hasErrors(body: Buffer): boolean {
  return (
    body.includes('"errors"') &&
    (JSON.parse(body.toString('utf8')) as { readonly errors?: unknown }).errors !== undefined
  );
}
