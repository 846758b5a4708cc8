/**
 * Responses to persisted operations requested by GET, cached by corpus revision. A repeated request gets
 * the same bytes, or 304 if it has the ETag; identical requests at the same time are computed once.
 * A revision never changes and each request uses the latest one, so no response is stale.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
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

/** The two steps by which a request for which {@link isPersistedGet} holds is answered. */
export interface ResponseCache {
  /** Answers at once from the cache; false if that is not possible. */
  readonly sendCached: (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
  ) => boolean;
  /** Answers after asking for the latest revision, and computing the response if need be. */
  readonly send: (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
  ) => Promise<void>;
}

/** Creates an empty cache. */
export function createResponseCache(options: ResponseCacheOptions): ResponseCache {
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
  const sendUnchanged = (
    { headers }: IncomingMessage,
    response: ServerResponse,
    etag: string,
    cacheHeaders: CacheHeaders,
  ): void => {
    const allowed = crossOriginHeaders(corsOrigins, headers.origin);
    sendTogether(response.writeHead(304, { ETag: etag, ...cacheHeaders, ...allowed }));
  };

  /** Answers from the cache; false if it has nothing under the key. */
  const sendKept = (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
    { key, cacheHeaders }: Identity,
  ): boolean => {
    const cached = cache.get(key);
    if (cached === undefined) return false;
    current.record.operation = cached.operation;
    if (matchesETag(request.headers['if-none-match'], cached.etag))
      sendUnchanged(request, response, cached.etag, cacheHeaders);
    else sendTogether(response.writeHead(cached.status, cached.headers), cached.body);
    return true;
  };

  const sendCached: ResponseCache['sendCached'] = (request, response, current) => {
    const revision = latest.ifFresh();
    return revision !== null && sendKept(request, response, current, identify(request, revision));
  };

  const send: ResponseCache['send'] = async (request, response, current) => {
    const latestRevision = await latest.get();
    const { revision } = latestRevision;
    const identity = identify(request, latestRevision);
    if (sendKept(request, response, current, identity)) return;
    const { key, encoding, mediaType, cacheHeaders } = identity;
    const operation = operationOf(request.url ?? '');
    const etag = makeETag(revision, codeVersion, key);
    current.record.operation = operation;
    if (matchesETag(request.headers['if-none-match'], etag)) {
      sendUnchanged(request, response, etag, cacheHeaders);
      return;
    }
    const { status, headers, body } = await computeOnce(key, async () => {
      const computed = await readResponse(
        await compute(request, response, current, mediaType, revision),
        encoding,
      );
      const added = computed.isCacheable ? { ETag: etag, ...cacheHeaders } : NO_STORE;
      return { operation, etag, ...computed, headers: { ...computed.headers, ...added } };
    });
    sendTogether(response.writeHead(status, headers), body);
  };
  return { sendCached, send };
}

interface Identity {
  readonly key: string;
  readonly encoding: Encoding;
  readonly mediaType: string;
  readonly cacheHeaders: CacheHeaders;
}

/** What a response depends on, as a key, and the headers that tell caches as much. */
function identify(
  { url = '', headers }: IncomingMessage,
  { revision, writtenAt }: Revision,
): Identity {
  const encoding = negotiateEncoding(headers['accept-encoding']);
  const audience = audienceOf(headers);
  const mediaType = negotiateMediaType(headers.accept);
  // The time of writing tells corpora apart whose revisions have the same number.
  const key = `${revision}\n${writtenAt}\n${encoding}\n${headers.host}\n${audience}\n${mediaType}\n${parametersOf(url)}`;
  return { key, encoding, mediaType, cacheHeaders: audience === '' ? PUBLIC : PRIVATE };
}

/** Responses to end together. */
const waiting: { readonly response: ServerResponse; readonly body: Buffer | undefined }[] = [];

/** So many are ended before others are prepared, that clients read while the server works. */
const MOST_TOGETHER = 32;

/**
 * Ends a response directly after others, at the latest after this turn of the event loop: a client or
 * proxy on the same machine that is woken for each one would make each take twice as long.
 */
function sendTogether(response: ServerResponse, body?: Buffer): void {
  if (waiting.length === 0) setImmediate(endAll);
  waiting.push({ response, body });
  if (waiting.length >= MOST_TOGETHER) endAll();
}

function endAll(): void {
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      next.response.end(next.body);
  } finally {
    // One has failed: not those after it.
    if (waiting.length > 0) setImmediate(endAll);
  }
}

const VARY = 'Accept, Accept-Encoding, Authorization, Cookie, Origin';
const PUBLIC = { 'Cache-Control': 'public, no-cache', Vary: VARY } as const;
const PRIVATE = { 'Cache-Control': 'private, no-cache', Vary: VARY } as const;
const NO_STORE = { 'Cache-Control': 'no-store' } as const;
type CacheHeaders = typeof PUBLIC | typeof PRIVATE;

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
function audienceOf({ authorization = '', cookie = '', origin = '' }: IncomingHttpHeaders): string {
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
