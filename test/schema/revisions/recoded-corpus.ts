import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { importPaths } from '#src/app/import/import-paths.ts';
import { type TestCorpus, useOwnCorpus } from '#test/support/corpus.ts';

const CODING = '2014-06-06-us-held-secret-talks-with-hamas-for-months-report.yaml';
const ACTORS = 'actors.yaml';
const ARTICLE = '2009-07-16-ex-us-diplomat-talks-with-hamas.yaml';

/** Document whose title the second revision changes. */
export const RETITLED = '2009-07-16-ex-us-diplomat-talks-with-hamas';

/**
 * The seed corpus, and a second revision that renames Russia to "Russian state", gives it an alias,
 * retitles an article "A quay reopened", and changes a stance of the seeds from REJECTS to RESISTS.
 */
export function useRecodedCorpus(): TestCorpus {
  const corpus = useOwnCorpus();
  beforeAll(async () => {
    const folder = corpus.place.options.dataFolder;
    const edit = async (path: string, from: string | RegExp, to: string): Promise<string> => {
      const text = await readFile(new URL(`../../../seeds/${path}`, import.meta.url), 'utf8');
      const edited = text.replace(from, to);
      if (edited === text) throw new Error(`${path} has no ${String(from)}`);
      const file = join(folder, path.split('/').at(-1) ?? path);
      await writeFile(file, edited);
      return file;
    };
    await importPaths(corpus.store, {
      paths: [
        await edit(`codings/${CODING}`, 'stance: REJECTS', 'stance: RESISTS'),
        await edit(ACTORS, 'name: Russia\n', 'name: Russian state\n'),
        await edit(`documents/${ARTICLE}`, /^title: .*$/m, 'title: A quay reopened'),
      ],
      author: 'a tester',
      message: 'A second look',
      dryRun: false,
    });
  });
  return corpus;
}
