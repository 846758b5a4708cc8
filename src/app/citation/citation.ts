/** Citation of a result, with a URL that repeats the query. */
import { createHash } from 'node:crypto';
import type { CitableQuery } from './citable-query.ts';

/** A citation of one result. */
export interface Citation {
  readonly title: string;
  readonly revision: number;
  /** ISO day on which the revision was written. */
  readonly date: string;
  /** SHA-256 in hexadecimal of the question: its name, input, codebook version and revision. */
  readonly queryHash: string;
  readonly url: string;
  /** For a footnote. */
  readonly text: string;
}

/** What a citation needs beside the query. */
interface CitationContext {
  /** Name of the question: `comparison`. */
  readonly question: string;
  /** When the revision was written. */
  readonly writtenAt: Date;
  /** Repeats the question at this revision. */
  readonly url: string;
}

/** The arguments whose defaults may change later, with the values that they had. */
export function pinnedArguments({ codebook, corpus }: CitableQuery) {
  return {
    ...(codebook && { codebook: `${codebook.slug}@${codebook.version}` }),
    revision: corpus.revision,
  };
}

/** Cites the result of a query. */
export function cite(query: CitableQuery, { question, writtenAt, url }: CitationContext): Citation {
  const { revision } = query.corpus;
  const title = query.title();
  const date = writtenAt.toISOString().slice(0, 10);
  const hashed = canonicalJson({ field: question, ...query.input, ...pinnedArguments(query) });
  const queryHash = createHash('sha256').update(hashed).digest('hex');
  return {
    title,
    revision,
    date,
    queryHash,
    url,
    text: `${title}. Démarche, revision ${revision}, ${date}. Query ${queryHash.slice(0, 12)}. ${url}`,
  };
}

/** The citation as an item of CSL-JSON, for reference managers. */
export function toCslJson(citation: Citation): object {
  return {
    id: `demarche-${citation.queryHash.slice(0, 12)}`,
    type: 'dataset',
    title: citation.title,
    version: `revision ${citation.revision}`,
    issued: { 'date-parts': [citation.date.split('-').map(Number)] },
    URL: citation.url,
    note: `Query SHA-256: ${citation.queryHash}`,
  };
}

/** JSON with sorted keys and without null values, so that equal questions have equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, each]) => each !== null && each !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
