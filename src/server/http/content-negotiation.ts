/** Which media type and which compression a response gets, by `Accept` and `Accept-Encoding`. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const GRAPHQL_JSON = 'application/graphql-response+json';

/** `application/graphql-response+json` for clients that list it; otherwise `application/json`. */
export function negotiateMediaType(accept: string | undefined): string {
  return accept?.includes(GRAPHQL_JSON) ? GRAPHQL_JSON : 'application/json';
}

/** Supported values of `Content-Encoding`, in order of preference. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
/** A supported value of `Content-Encoding`. */
export type Encoding = (typeof ENCODINGS)[number];

const ACCEPTED = ENCODINGS.map((encoding) => [encoding, accepts(encoding)] as const);

/** Matches a header that lists an encoding without `q=0`, which rejects it. */
function accepts(encoding: Encoding): RegExp {
  const rejected = String.raw`\s*;\s*q=0(?:\.0*)?\s*(?:,|$)`;
  return new RegExp(String.raw`(?:^|,)\s*${encoding}(?!${rejected})\s*(?:[;,]|$)`, 'i');
}

/** The preferred encoding that the client accepts. */
export function negotiateEncoding(acceptEncoding: string | string[] | undefined): Encoding {
  const header = String(acceptEncoding ?? '');
  return ACCEPTED.find(([, pattern]) => pattern.test(header))?.[0] ?? 'identity';
}

/** Shorter bodies hardly shrink, or grow. */
const MIN_COMPRESSED_BYTES = 1024;

/** Medium effort: a tenth of the time of the best compression. */
const COMPRESS: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
  identity: (body) => Promise.resolve(body),
};

/** Compresses a body if that pays. `encoding` of the result is null if the body was left as it is. */
export async function compress(
  body: Buffer,
  encoding: Encoding,
): Promise<{ readonly body: Buffer; readonly encoding: Encoding | null }> {
  if (encoding === 'identity' || body.length < MIN_COMPRESSED_BYTES)
    return { body, encoding: null };
  return { body: await COMPRESS[encoding](body), encoding };
}
