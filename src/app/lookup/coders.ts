/** Finds coders by name. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { InputPath } from './input-path.ts';

/** Returns `coders`, each once, if each of them coded a document of the corpus. Throws `UNKNOWN_CODER`. */
export function existingCoders(
  corpus: CorpusSnapshot,
  coders: readonly string[],
  input: InputPath,
): readonly string[] {
  for (const [i, coder] of coders.entries()) existingCoder(corpus, coder, [...input, i]);
  return [...new Set(coders)];
}

/** Returns `coder`, who coded a document of the corpus. Throws `UNKNOWN_CODER`. */
export function existingCoder(
  { codings }: CorpusSnapshot,
  coder: string,
  input: InputPath,
): string {
  if (codings.coders().includes(coder)) return coder;
  const near = didYouMean(coder, codings.coders());
  throw new Failure('UNKNOWN_CODER', `There is no coder "${coder}".${near}`, { input });
}
