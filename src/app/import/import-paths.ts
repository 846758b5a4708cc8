import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Changes, countChanges } from '#src/domain/changes.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Store } from '#src/store/database/open-store.ts';
import { readActorUses } from '#src/store/read/read-actor-uses.ts';
import { readCorrespondentNames } from '#src/store/read/read-correspondent-names.ts';
import { readDrafts, type StoredDrafts } from '#src/store/read/read-drafts.ts';
import { type RevisionMetadata, writeRevision } from '#src/store/write/write-revision.ts';
import { collectFiles } from './collect-files.ts';
import { describeChanges } from './describe-changes.ts';
import { asFailure, type ImportProblem } from './import-problem.ts';
import { type ParsedInputs, parseInputs } from './parse-inputs.ts';
import { planChanges } from './plan-changes.ts';
import { resolveActors } from './resolve-actors.ts';
import { referenceOf } from './resolve-documents.ts';

/** Input of an import, and the author and message of its revision. */
export interface ImportOptions extends Pick<RevisionMetadata, 'author'> {
  /** Message of the revision. By default it says what changes, and why something is withdrawn. */
  readonly message?: string | undefined;
  readonly paths: readonly string[];
  /** Computes the changes without writing them. */
  readonly dryRun: boolean;
  /** Aborts the import; nothing is written. */
  readonly signal?: AbortSignal;
  /** Receives the completed part of each stage, 0…1. */
  readonly onProgress?: (stage: 'reading' | 'writing', part: number) => void;
}

/** Result of an import. */
export interface ImportReport {
  /** Number of the revision written; null if nothing changed, or on a dry run. */
  readonly revision: number | null;
  /** Number of files read. */
  readonly files: number;
  readonly changes: Changes;
  readonly skipped: readonly ImportProblem[];
  /** Sources of unknown format, imported as plain text. */
  readonly unrecognised: readonly ImportProblem[];
}

const TRIES = 5;

/**
 * Imports files and folders into the corpus as one revision, or changes nothing. Plans again if
 * another revision is written meanwhile. Throws `Failure`: invalid input, with a list of the
 * problems, or a corpus that changed on every attempt; and the reason of `signal`.
 */
export async function importPaths(store: Store, options: ImportOptions): Promise<ImportReport> {
  // The import can be aborted between any two steps.
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
  return importInputs(store, inputs, { ...options, onProgress }, { files: files.length, skipped });
}

/** Imports what was read, as {@link importPaths} does. */
export async function importInputs(
  store: Store,
  inputs: ParsedInputs,
  options: Omit<ImportOptions, 'paths'>,
  read: Pick<ImportReport, 'files' | 'skipped'>,
): Promise<ImportReport> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const stored = await readStored(store, inputs);
    const plan = planChanges(inputs, stored);
    const problems = [...plan.problems, ...(await usesOfWithdrawn(store, inputs, plan.changes))];
    if (problems.length > 0) throw asFailure(problems);
    const report = {
      files: read.files,
      changes: plan.changes,
      skipped: [...read.skipped, ...plan.skipped],
      unrecognised: unrecognised(inputs),
    };
    if (options.dryRun || countChanges(plan.changes) === 0) return { ...report, revision: null };
    const revision = await writeRevision(
      store.prisma,
      stored.revision,
      { author: options.author, message: options.message ?? describeChanges(plan) },
      plan.changes,
      (part) => options.onProgress?.('writing', part),
    );
    if (revision !== null) return { ...report, revision };
  }
  throw new Failure(
    'BAD_INPUT',
    `Other imports changed the corpus during each of ${TRIES} attempts. Nothing was changed; try again.`,
  );
}

/** An actor cannot be withdrawn while what remains names it. */
async function usesOfWithdrawn(
  store: Store,
  inputs: ParsedInputs,
  { actors, documents, positions, endedPositions }: Changes,
): Promise<readonly ImportProblem[]> {
  if (actors.ended.length === 0) return [];
  const uses = await readActorUses(store.sql, actors.ended, {
    positions: [...endedPositions, ...positions.map(({ key }) => key)],
    documents: [...documents.ended, ...documents.changed.map(({ reference }) => reference)],
  });
  return [...Map.groupBy(uses, ({ slug }) => slug)].map(([slug, named]) => ({
    path: inputs.withdrawals[0]?.path ?? '',
    line: null,
    message: `The actor "${slug}" is still named by ${named.map(({ by }) => by).join(', ')}. Withdraw or change these first.`,
  }));
}

function unrecognised(inputs: ParsedInputs): readonly ImportProblem[] {
  return inputs.sources.flatMap(({ path, documents }) =>
    documents
      .filter((source) => source.format === 'unknown')
      .map((source) => ({
        path,
        line: null,
        message: `Unknown format; the whole text is the document ${referenceOf(source)}.`,
      })),
  );
}

/** The stored drafts that the inputs may touch, and all that enclose them. */
async function readStored(store: Store, inputs: ParsedInputs): Promise<StoredDrafts> {
  const references = new Set(referencesIn(inputs));
  for (let turn = 0; ; turn += 1) {
    const stored = await readDrafts(store, references);
    const { size } = references;
    if (turn === 0)
      for (const reference of await readRenamed(store, inputs, stored)) references.add(reference);
    for (const { enclosedBy } of stored.documents.values())
      if (enclosedBy !== null) references.add(enclosedBy);
    if (references.size === size) return stored;
  }
}

/** Documents with authors or addressees who have another actor, or none, by the names in the inputs. */
async function readRenamed(
  store: Store,
  inputs: ParsedInputs,
  stored: StoredDrafts,
): Promise<readonly string[]> {
  const { actors, actorOf, isLost } = resolveActors(inputs, stored, []);
  const changed = [...actors.values()].filter(
    (actor) => !isDeepStrictEqual(actor, stored.actors.get(actor.slug)),
  );
  if (changed.length === 0) return [];
  const names = await readCorrespondentNames(
    store.sql,
    changed.map(({ slug }) => slug),
  );
  return names
    .filter(({ name, actor }) => (actor === null ? actorOf(name) !== null : isLost(name, actor)))
    .map(({ document }) => document);
}

/** All documents that the inputs may touch. */
function referencesIn(inputs: ParsedInputs): ReadonlySet<string> {
  const references = new Set<string>();
  for (const { documents } of inputs.sources)
    for (const source of documents) references.add(referenceOf(source));
  for (const { value } of inputs.documents) {
    references.add(value.reference);
    if (value.enclosedBy) references.add(value.enclosedBy);
  }
  for (const { value } of inputs.codings) references.add(value.document);
  for (const { value } of inputs.withdrawals)
    for (const { document } of value.withdrawals)
      if (document !== undefined) references.add(document);
  return references;
}
