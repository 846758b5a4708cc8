/** Reads source documents without a corpus, for other programs to use. */
import type { SourceDocument } from '#src/domain/source-document.ts';
import { readSource } from '#src/ingest/read-source.ts';
import { collectFiles } from './collect-files.ts';
import { asFailure, type ImportProblem } from './import-problem.ts';

export interface ParsedFile {
  readonly path: string;
  readonly documents: readonly SourceDocument[];
}

/** Reads each source file and hands it on; data files of the corpus are left out. Returns what was no text. */
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
