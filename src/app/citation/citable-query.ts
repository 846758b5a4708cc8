import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

/** What a citable result was computed from: enough to name it and to repeat the query. */
export interface CitableQuery {
  readonly corpus: CorpusSnapshot;
  /** Null if the question has nothing to do with codebooks. */
  readonly codebook: CodebookRecord | null;
  /** Title for citation: `Stated positions of Russia and Hamas: Recognition`. */
  readonly title: () => string;
  /** The input after defaults, so that equal queries have equal input. */
  readonly input: object;
}

/** Names as an English enumeration: `Russia, Hamas and Israel`. */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
