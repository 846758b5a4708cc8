import type { SourceDocument } from '#src/domain/source-document.ts';
import { readSource } from '#src/ingest/read-source.ts';
import { collectFiles } from './collect-files.ts';
import { asFailure, type ImportProblem } from './import-problem.ts';

/** The documents of one source file. */
export interface ParsedFile {
  readonly path: string;
  readonly documents: readonly SourceDocument[];
}

/**
 * Parses source files without a corpus and calls `onFile` for each; YAML files are ignored. Returns
 * the skipped files. Throws `Failure` at the end if a given path cannot be read as text.
 */
export async function parseFiles(
  paths: readonly string[],
  onFile: (file: ParsedFile) => void,
): Promise<readonly ImportProblem[]> {
  const { files, skipped, problems } = await collectFiles(paths);
  for (const { path, text } of files) {
    if (!/\.ya?ml$/i.test(path)) onFile({ path, documents: readSource(text) });
  }
  if (problems.length > 0) throw asFailure(problems, '');
  return skipped;
}
