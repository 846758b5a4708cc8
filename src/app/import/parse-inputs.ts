import { extname } from 'node:path';
import type { SourceDocument } from '#src/domain/source-document.ts';
import {
  type ActorsFile,
  isActorsFile,
  readActorsFile,
} from '#src/ingest/data-files/actors-file.ts';
import {
  type CodebookFile,
  isCodebookFile,
  readCodebookFile,
} from '#src/ingest/data-files/codebook-file.ts';
import {
  type CodingFile,
  isCodingFile,
  readCodingFile,
} from '#src/ingest/data-files/coding-file.ts';
import {
  type DocumentFile,
  isDocumentFile,
  readDocumentFile,
} from '#src/ingest/data-files/document-file.ts';
import { type Path, topLevelKeys, type YamlResult } from '#src/ingest/data-files/read-yaml.ts';
import {
  isWithdrawalsFile,
  readWithdrawalsFile,
  type WithdrawalsFile,
} from '#src/ingest/data-files/withdrawals-file.ts';
import { readSource } from '#src/ingest/read-source.ts';
import type { InputFile } from './collect-files.ts';
import type { ImportProblem } from './import-problem.ts';

/** The content of a data file, with the line number of each value. */
export interface Located<Value> {
  readonly path: string;
  readonly value: Value;
  readonly lineOf: (path: Path) => number | null;
}

/** The documents of one source file. */
export interface ParsedSource {
  readonly path: string;
  readonly named: boolean;
  readonly documents: readonly SourceDocument[];
}

/** Parsed files by type, and the problems of those that are invalid. */
export interface ParsedInputs {
  readonly actors: readonly Located<ActorsFile>[];
  readonly codebooks: readonly Located<CodebookFile>[];
  readonly documents: readonly Located<DocumentFile>[];
  readonly codings: readonly Located<CodingFile>[];
  readonly withdrawals: readonly Located<WithdrawalsFile>[];
  /** Source files with their documents. */
  readonly sources: readonly ParsedSource[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Parses each file by its type: source text, or one of the YAML formats by its top-level keys.
 * `onFile` is called after each file.
 */
export async function parseInputs(
  files: readonly InputFile[],
  onFile: () => void | Promise<void> = () => {},
): Promise<ParsedInputs> {
  const actors: Located<ActorsFile>[] = [];
  const codebooks: Located<CodebookFile>[] = [];
  const documents: Located<DocumentFile>[] = [];
  const codings: Located<CodingFile>[] = [];
  const withdrawals: Located<WithdrawalsFile>[] = [];
  const sources: ParsedSource[] = [];
  const problems: ImportProblem[] = [];
  const take = <Value>(path: string, result: YamlResult<Value>, into: Located<Value>[]): void => {
    if (result.kind === 'read') into.push({ path, value: result.value, lineOf: result.lineOf });
    else problems.push(...result.problems.map((problem) => ({ path, ...problem })));
  };
  for (const { path, named, text } of files) {
    if (/\.ya?ml$/i.test(path)) {
      const keys = topLevelKeys(text);
      if (isActorsFile(keys)) take(path, readActorsFile(text), actors);
      else if (isCodebookFile(keys)) take(path, readCodebookFile(text), codebooks);
      else if (isCodingFile(keys)) take(path, readCodingFile(text), codings);
      else if (isWithdrawalsFile(keys)) take(path, readWithdrawalsFile(text), withdrawals);
      else if (isDocumentFile(keys)) take(path, readDocumentFile(text), documents);
      else problems.push({ path, line: 1, message: UNKNOWN_YAML });
    } else {
      sources.push({ path, named, documents: readSource(text) });
    }
    await onFile();
  }
  return {
    actors,
    codebooks,
    documents,
    codings,
    withdrawals,
    sources: sources.map((source) => referredBeside(source, documents)),
    problems,
  };
}

/** A text that does not name itself is the document that a file of the same name beside it describes. */
function referredBeside(
  source: ParsedSource,
  documents: readonly Located<DocumentFile>[],
): ParsedSource {
  const [only, ...others] = source.documents;
  if (only === undefined || others.length > 0 || only.reference !== null) return source;
  const beside = documents.find(({ path }) => stemOf(path) === stemOf(source.path));
  return beside === undefined
    ? source
    : { ...source, documents: [{ ...only, reference: beside.value.reference }] };
}

function stemOf(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}

const UNKNOWN_YAML =
  'Unknown type of YAML file. Its top-level fields must include actors (an actors file), codebook and conditions (a codebook), reference (a document), document and statements (a coding), or withdrawals.';
