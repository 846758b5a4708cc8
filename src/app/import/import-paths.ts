/** Imports files and folders into the corpus: one revision, or a list of what is wrong. */
import { setImmediate } from 'node:timers/promises';
import { type Changes, countChanges } from '#src/domain/changes.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { readDrafts } from '#src/store/read/read-drafts.ts';
import { type RevisionMetadata, writeRevision } from '#src/store/write/write-revision.ts';
import { collectFiles } from './collect-files.ts';
import { asFailure, type ImportProblem } from './import-problem.ts';
import { type ParsedInputs, parseInputs } from './parse-inputs.ts';
import { planChanges } from './plan-changes.ts';
import { referenceOf } from './resolve-documents.ts';

export interface ImportOptions extends RevisionMetadata {
  readonly paths: readonly string[];
  /** Say what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Aborts the import: what it has written by then is rolled back. */
  readonly signal?: AbortSignal;
  /** Told the part done (0…1) of each stage. */
  readonly onProgress?: (stage: 'reading' | 'writing', part: number) => void;
}

export interface ImportReport {
  /** The revision written; null if there was nothing to change, or on a dry run. */
  readonly revision: number | null;
  readonly files: number;
  readonly changes: Changes;
  readonly skipped: readonly ImportProblem[];
  /** Sources of no known format, which are imported whole. */
  readonly unrecognised: readonly ImportProblem[];
}

const TRIES = 5;

export async function importPaths(store: Store, options: ImportOptions): Promise<ImportReport> {
  // Between any two steps an import can be called off.
  const onProgress: ImportOptions['onProgress'] & {} = (stage, part) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(stage, part);
  };
  const { files, skipped, problems } = await collectFiles(options.paths);
  if (problems.length > 0) throw asFailure(problems);
  let read = 0;
  const inputs = await parseInputs(files, async () => {
    read += 1;
    onProgress('reading', read / files.length);
    // Lets signals and timers in between files.
    await setImmediate();
  });
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const stored = await readDrafts(store, referencesIn(inputs));
    const plan = planChanges(inputs, stored);
    if (plan.problems.length > 0) throw asFailure(plan.problems);
    const report = {
      files: files.length,
      changes: plan.changes,
      skipped: [...skipped, ...plan.skipped],
      unrecognised: unrecognised(inputs),
    };
    if (options.dryRun || countChanges(plan.changes) === 0) return { ...report, revision: null };
    const revision = await writeRevision(
      store.prisma,
      stored.revision,
      { author: options.author, message: options.message },
      plan.changes,
      (part) => onProgress('writing', part),
    );
    if (revision !== null) return { ...report, revision };
  }
  throw new Failure(
    'BAD_INPUT',
    'The corpus kept changing under this import. Nothing was changed; try again.',
  );
}

function unrecognised(inputs: ParsedInputs): readonly ImportProblem[] {
  return inputs.sources.flatMap(({ path, documents }) =>
    documents
      .filter((source) => source.format === 'unknown')
      .map((source) => ({
        path,
        line: null,
        message: `of no known format; the whole text is the document ${referenceOf(source)}`,
      })),
  );
}

/** All documents that the inputs may touch. */
function referencesIn(inputs: ParsedInputs): ReadonlySet<string> {
  const references = new Set<string>();
  for (const { documents } of inputs.sources)
    for (const source of documents) references.add(referenceOf(source));
  for (const { value } of inputs.documents) {
    references.add(value.reference);
    if (value.enclosedBy !== undefined) references.add(value.enclosedBy);
  }
  for (const { value } of inputs.codings) references.add(value.document);
  return references;
}
