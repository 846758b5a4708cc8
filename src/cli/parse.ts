import type { Command } from 'commander';
import type { ParsedFile } from '#src/app/import/parse-files.ts';
import type { SourceDocument } from '#src/domain/source-document.ts';

/** Adds the command `parse`. */
export function addParse(program: Command): void {
  program
    .command('parse')
    .description('print what the readers extract from source documents, without using the corpus')
    .argument('<path...>', 'files and folders')
    .option('--json', 'print one JSON object per document and line', false)
    .action(run);
}

async function run(paths: readonly string[], { json }: { readonly json: boolean }): Promise<void> {
  const { parseFiles } = await import('#src/app/import/parse-files.ts');
  const show = (file: ParsedFile): void => {
    for (const document of file.documents) {
      process.stdout.write(
        json ? `${JSON.stringify(toJson(file.path, document))}\n` : toText(file.path, document),
      );
    }
  };
  const skipped = await parseFiles(paths, show);
  for (const { path, message } of skipped) console.error(`skipped ${path}: ${message}`);
}

/** The JSON output: a stable format for other programs, including the order of fields. */
function toJson(path: string, document: SourceDocument) {
  return {
    path,
    format: document.format,
    reference: document.reference,
    kind: document.kind,
    title: document.title,
    createdAt: document.createdAt,
    classification: document.classification,
    caseNumber: document.caseNumber,
    origin: document.origin,
    addressees: document.addressees,
    tags: document.tags,
    references: document.references,
    passages: document.passages.map(({ number, marking, start, end }) => ({
      number,
      marking,
      start,
      end,
    })),
    textLength: document.text.length,
    warnings: document.warnings,
  };
}

function toText(path: string, document: SourceDocument): string {
  const { reference, format, title, createdAt, classification, passages, warnings } = document;
  const lines = [
    `${reference ?? '(no reference)'}  ${format}  ${createdAt ?? '(no date)'}  ${classification ?? '(unclassified)'}  ${path}`,
    `  ${title ?? '(no title)'}`,
    `  ${passages.length} passages, ${warnings.length} warnings`,
    ...warnings.map(({ line, message }) => `  line ${line}: ${message}`),
  ];
  return `${lines.join('\n')}\n`;
}
