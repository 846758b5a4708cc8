/** Finds coders by name. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import { codersIn } from '#src/domain/position-columns.ts';
import type { InputPath } from './input-path.ts';

/** Returns `coders`, each once, if each of them coded a position of the corpus. Throws `UNKNOWN_CODER`. */
export function existingCoders(
  { positions }: CorpusSnapshot,
  coders: readonly string[],
  input: InputPath,
): readonly string[] {
  for (const [i, coder] of coders.entries()) {
    if (codersIn(positions).includes(coder)) continue;
    const near = didYouMean(coder, codersIn(positions));
    throw new Failure('UNKNOWN_CODER', `There is no coder "${coder}".${near}`, {
      input: [...input, i],
    });
  }
  return [...new Set(coders)];
}
