/** Finds codebooks by slug and version, and their conditions by code. */
import type {
  AtRevision,
  CodebookRecord,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { Failure, invariant } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
import type { InputPath } from './input-path.ts';

/**
 * The codebook with this name: `quartet-principles` for its newest version, `quartet-principles@1`
 * for version 1, none for the corpus's default. Throws `UNKNOWN_CODEBOOK`.
 */
export function codebookByName(
  corpus: CorpusSnapshot,
  name: string | null | undefined,
  input: InputPath = ['codebook'],
): CodebookRecord {
  if (name === null || name === undefined) return defaultCodebook(corpus);
  const [slug = name, version] = name.split('@');
  const versions = corpus.codebooks.filter((codebook) => codebook.slug === slug);
  const match =
    version === undefined
      ? versions.at(-1)
      : versions.find((codebook) => String(codebook.version) === version);
  if (match) return match;
  if (versions.length > 0) {
    const numbers = versions.map((codebook) => codebook.version).join(', ');
    throw new Failure(
      'UNKNOWN_CODEBOOK',
      `The codebook "${slug}" has no version ${version}; its versions are ${numbers}.`,
      { input },
    );
  }
  const near = didYouMean(slug, new Set(corpus.codebooks.map((codebook) => codebook.slug)));
  throw new Failure('UNKNOWN_CODEBOOK', `There is no codebook "${slug}".${near}`, { input });
}

/** The codebook with this slug in one version, or in its newest. Throws `UNKNOWN_CODEBOOK`. */
export function codebookByVersion(
  corpus: CorpusSnapshot,
  slug: string | null | undefined,
  version: number | null | undefined,
): AtRevision<CodebookRecord> {
  const newest = codebookByName(corpus, slug, ['slug']);
  const record =
    version === null || version === undefined
      ? newest
      : codebookByName(corpus, `${newest.slug}@${version}`, ['version']);
  return { record, corpus };
}

function defaultCodebook(corpus: CorpusSnapshot): CodebookRecord {
  const match = corpus.codebooks.find((codebook) => codebook.isDefault) ?? corpus.codebooks.at(-1);
  if (match) return match;
  throw new Failure('UNKNOWN_CODEBOOK', 'The corpus has no codebook. Import one first.');
}

/** The codebook with this number, which must be in the snapshot because the number came from it. */
export function codebookAt(corpus: CorpusSnapshot, id: number): AtRevision<CodebookRecord> {
  const record = corpus.codebooks.find((codebook) => codebook.id === id);
  invariant(record, `codebook ${id} is not in revision ${corpus.revision}`);
  return { record, corpus };
}

/** The codebook's unique key: `quartet-principles@1`. */
export function codebookKey({ slug, version }: CodebookRecord): string {
  return `${slug}@${version}`;
}

/** The codebook with this key (`codebookKey`), or null. */
export function codebookByKey(
  corpus: CorpusSnapshot,
  key: string,
): AtRevision<CodebookRecord> | null {
  const record = corpus.codebooks.find((codebook) => codebookKey(codebook) === key);
  return record ? { record, corpus } : null;
}

/** The conditions with these codes, in the order given, each once; all of the codebook's if null. Throws `UNKNOWN_CONDITION`. */
export function conditionsByCode(
  codebook: CodebookRecord,
  codes: readonly string[] | null | undefined,
): readonly ConditionRecord[] {
  if (!codes) return codebook.conditions;
  return [...new Set(codes.map((code, i) => conditionByCode(codebook, code, ['conditions', i])))];
}

/** The condition with this code. Throws `UNKNOWN_CONDITION`, listing the codes of the codebook. */
export function conditionByCode(
  codebook: CodebookRecord,
  code: string,
  input: InputPath,
): ConditionRecord {
  const match = codebook.conditions.find((condition) => condition.code === code);
  if (match) return match;
  const codes = codebook.conditions.map((condition) => condition.code);
  throw new Failure(
    'UNKNOWN_CONDITION',
    `The codebook "${codebook.slug}" has no condition "${code}"; it has ${codes.join(', ')}.${didYouMean(code, codes)}`,
    { input },
  );
}

/** The condition with this number, which must be in the snapshot because the number came from it. */
export function conditionAt(corpus: CorpusSnapshot, id: number): AtRevision<ConditionRecord> {
  const record = corpus.conditions.get(id);
  invariant(record, `condition ${id} is not in revision ${corpus.revision}`);
  return { record, corpus };
}

/** The codebook that a condition belongs to. */
export function codebookOf({
  record,
  corpus,
}: AtRevision<ConditionRecord>): AtRevision<CodebookRecord> {
  return codebookAt(corpus, record.codebookId);
}

/** The condition's unique key: `quartet-principles@1/RECOGNITION`. */
export function conditionKey(condition: AtRevision<ConditionRecord>): string {
  return `${codebookKey(codebookOf(condition).record)}/${condition.record.code}`;
}

/** The condition with this key (`conditionKey`), or null. */
export function conditionByKey(
  corpus: CorpusSnapshot,
  key: string,
): AtRevision<ConditionRecord> | null {
  const slash = key.lastIndexOf('/');
  const codebook = codebookByKey(corpus, key.slice(0, Math.max(0, slash)));
  const record = codebook?.record.conditions.find(({ code }) => code === key.slice(slash + 1));
  return record ? { record, corpus } : null;
}
