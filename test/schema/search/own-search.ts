/** Searches in a corpus of a test's own documents and actors. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { importPaths } from '#src/app/import/import-paths.ts';
import type { TestCorpus } from '#test/support/corpus.ts';
import type { Loose } from '../loose.ts';

/** Writes the files below the data folder of the corpus, and imports them as one revision. */
export async function importFiles(
  corpus: TestCorpus,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = join(corpus.place.options.dataFolder, `files-${Object.keys(files).join('-')}`);
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)),
  );
  await importPaths(corpus.store, {
    paths: [folder],
    author: 'a tester',
    message: 'Test files',
    dryRun: false,
  });
}

/** A document of excerpts, as a file. */
export function documentFile(
  reference: string,
  excerpts: readonly string[],
  header: Readonly<Record<string, unknown>> = {},
): string {
  return stringify({
    reference,
    kind: 'STATEMENT',
    title: reference,
    createdAt: '2031-01-01',
    release: 'OFFICIAL',
    language: 'en',
    ...header,
    excerpts,
  });
}

/** The hits of a query. */
export async function hitsOf(
  corpus: Pick<TestCorpus, 'ask'>,
  query: string,
  args = '',
): Promise<readonly Loose[]> {
  const { data, errors } = await corpus.ask(
    `query ($query: String!) { search(query: $query, first: 100${args}) { nodes { score snippet subject {
      kind: __typename
      ... on Actor { slug }
      ... on Document { reference }
      ... on Passage { text document { reference } }
      ... on Position { summary }
    } } } }`,
    { query },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search.nodes;
}

/** The passages that a query finds, sorted. */
export async function passagesOf(
  corpus: Pick<TestCorpus, 'ask'>,
  query: string,
  args = '',
): Promise<readonly string[]> {
  const hits = await hitsOf(corpus, query, args);
  return inOrder(
    hits.flatMap(({ subject }) => (subject.kind === 'Passage' ? (subject.text as string) : [])),
  );
}

/** Texts in alphabetical order. */
export function inOrder(texts: readonly string[]): readonly string[] {
  return texts.toSorted((a, b) => (a < b ? -1 : 1));
}
