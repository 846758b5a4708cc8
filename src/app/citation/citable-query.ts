import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';

/** What a citable result was computed from: enough to name it and to ask the same question again. */
export interface CitableQuery {
  readonly corpus: CorpusSnapshot;
  readonly codebook: CodebookRecord;
  /** Title for a list of sources: `Stated positions of Russia and Hamas: Recognition`. */
  readonly title: () => string;
  /** The input after defaults, so that equal questions have equal input. */
  readonly input: object;
}

/** Names as an English enumeration: `Russia, Hamas and Israel`. */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
