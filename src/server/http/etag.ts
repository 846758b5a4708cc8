/** The ETag of a response: the corpus revision, and a hash of all else that the response depends on. */
import { createHash } from 'node:crypto';

/**
 * Makes the strong entity tag `"r<revision>-<hash>"`. `codeVersion` identifies the server's code and
 * configuration; `cacheKey` the request and the corpus (see response-cache.ts).
 */
export function makeETag(revision: number, codeVersion: string, cacheKey: string): string {
  return `"r${revision}-${shortHash(`${codeVersion}\n${cacheKey}`)}"`;
}

/** Whether `If-None-Match` lists the tag, strong or weak: a proxy may have weakened it. */
export function matchesETag(ifNoneMatch: string | undefined, etag: string): boolean {
  return (
    ifNoneMatch === etag ||
    ifNoneMatch?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag) ===
      true
  );
}

/** The first 132 bits of a SHA-256, in base64url. */
export function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
