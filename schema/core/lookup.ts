/** Finds things by the names that clients use, and explains what there is where there is none. */
import type {
  CodebookRecord,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import { codersIn } from '#src/domain/position-columns.ts';

/** Where in the arguments a name stands, for the error that it may cause. */
export type InputPath = readonly (string | number)[];

export function actorBySlug(corpus: CorpusSnapshot, slug: string, input: InputPath): number {
  const id = corpus.actorIds.get(slug);
  if (id !== undefined) return id;
  const near = didYouMean(slug, corpus.actorIds.keys());
  throw new Failure('UNKNOWN_ACTOR', `There is no actor "${slug}".${near}`, { input });
}

export function actorsBySlug(
  corpus: CorpusSnapshot,
  slugs: readonly string[],
  input: InputPath,
): readonly number[] {
  return slugs.map((slug, i) => actorBySlug(corpus, slug, [...input, i]));
}

/** Fails on a coder of whom the corpus has no position. */
export function knownCoders(
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
  return coders;
}

/**
 * The codebook that a name means: `quartet-principles` its newest version, `quartet-principles@1`
 * that one; no name the corpus's default.
 */
export function codebookByName(
  corpus: CorpusSnapshot,
  name: string | null | undefined,
  input: InputPath = ['codebook'],
): CodebookRecord {
  if (name === null || name === undefined) return defaultCodebook(corpus);
  const [slug = name, version] = name.split('@');
  const versions = corpus.codebooks.filter((codebook) => codebook.slug === slug);
  const found =
    version === undefined
      ? versions.at(-1)
      : versions.find((codebook) => String(codebook.version) === version);
  if (found) return found;
  if (versions.length > 0) {
    const numbers = versions.map((codebook) => codebook.version).join(', ');
    throw new Failure(
      'UNKNOWN_CODEBOOK',
      `The codebook "${slug}" has no version ${version}; it has ${numbers}.`,
      { input },
    );
  }
  const near = didYouMean(slug, new Set(corpus.codebooks.map((codebook) => codebook.slug)));
  throw new Failure('UNKNOWN_CODEBOOK', `There is no codebook "${slug}".${near}`, { input });
}

function defaultCodebook(corpus: CorpusSnapshot): CodebookRecord {
  const found = corpus.codebooks.find((codebook) => codebook.isDefault) ?? corpus.codebooks.at(-1);
  if (found) return found;
  throw new Failure('UNKNOWN_CODEBOOK', 'The corpus has no codebook yet. Import one first.');
}

/** The conditions of the given codes, in the order asked; all of the codebook's without any. */
export function conditionsByCode(
  codebook: CodebookRecord,
  codes: readonly string[] | null | undefined,
): readonly ConditionRecord[] {
  if (!codes) return codebook.conditions;
  return codes.map((code, i) => conditionByCode(codebook, code, ['conditions', i]));
}

export function conditionByCode(
  codebook: CodebookRecord,
  code: string,
  input: InputPath,
): ConditionRecord {
  const found = codebook.conditions.find((condition) => condition.code === code);
  if (found) return found;
  const known = codebook.conditions.map((condition) => condition.code);
  throw new Failure(
    'UNKNOWN_CONDITION',
    `The codebook "${codebook.slug}" has no condition "${code}"; it has ${known.join(', ')}.${didYouMean(code, known)}`,
    { input },
  );
}
