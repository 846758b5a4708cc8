import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { FOLDERS } from './room-rules.ts';

describe('the import rules', () => {
  const planted: string[] = [];
  afterEach(async () => {
    for (const folder of planted.splice(0)) await rm(folder, { recursive: true });
  });

  /** A small house with one import in it, inside the project so that its packages are found. */
  async function plant(from: string, source: string, to?: string): Promise<readonly string[]> {
    const house = relative('.', await mkdtemp('test/architecture/planted-'));
    planted.push(house);
    const files = {
      'src/domain/a.ts': '',
      'schema/a.ts': '',
      ...(to && { [to]: 'export const x = 1;\n' }),
      [from]: source,
    };
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(house, file)), { recursive: true });
      await writeFile(join(house, file), text);
    }
    return (await findViolations(house)).violations.map((one) => one.replaceAll(`${house}/`, ''));
  }

  it.each([
    ['src/domain/b.ts', 'src/store/c.ts', "import '../store/c.ts';"],
    ['src/analysis/b.ts', 'src/ingest/c.ts', "import '../ingest/c.ts';"],
    ['src/store/b.ts', 'src/app/c.ts', "import '../app/c.ts';"],
    ['schema/b.ts', 'src/ingest/c.ts', "import '../src/ingest/c.ts';"],
    ['src/server/b.ts', 'src/analysis/c.ts', "import '../analysis/c.ts';"],
    ['src/server/b.ts', 'src/store/read/c.ts', "import '../store/read/c.ts';"],
    ['src/cli/b.ts', 'src/store/backup/c.ts', "import '../store/backup/c.ts';"],
    ['schema/b.ts', 'src/store/database/c.ts', "import '../src/store/database/c.ts';"],
    ['src/app/b.ts', 'schema/c.ts', "import '../../schema/c.ts';"],
    ['src/client/b.ts', 'src/domain/c.ts', "import '../domain/c.ts';"],
  ])('reject an import between rooms: %s -> %s', async (from, to, source) => {
    const found = await plant(from, source, to);

    expect(found).toEqual([expect.stringContaining(`${from} -> ${to}`)]);
  });

  it.each([
    ['src/server/telemetry/b.ts', 'src/server/errors/c.ts', "import '../errors/c.ts';"],
    ['src/server/errors/b.ts', 'src/server/config/c.ts', "import '../config/c.ts';"],
    ['src/server/config/b.ts', 'src/server/http/c.ts', "import '../http/c.ts';"],
    ['src/server/http/b.ts', 'src/server/threads/c.ts', "import '../threads/c.ts';"],
    ['src/server/engine/b.ts', 'src/server/http/c.ts', "import '../http/c.ts';"],
    ['src/server/threads/b.ts', 'src/server/http/c.ts', "import '../http/c.ts';"],
    ['src/server/limits/b.ts', 'src/server/engine/c.ts', "import '../engine/c.ts';"],
    ['src/server/http/b.ts', 'schema/c.ts', "import '../../../schema/c.ts';"],
    ['src/server/limits/b.ts', 'src/server/operations/c.ts', "import '../operations/c.ts';"],
    ['src/server/operations/b.ts', 'src/server/http/c.ts', "import '../http/c.ts';"],
    ['src/server/pages/b.ts', 'src/server/lifecycle/c.ts', "import '../lifecycle/c.ts';"],
    ['src/server/lifecycle/b.ts', 'src/server/pages/c.ts', "import '../pages/c.ts';"],
    ['src/server/pages/b.ts', 'src/server/c.ts', "import '../c.ts';"],
    ['src/analysis/caches/b.ts', 'src/analysis/selection/c.ts', "import '../selection/c.ts';"],
    ['src/analysis/selection/b.ts', 'src/analysis/network/c.ts', "import '../network/c.ts';"],
    ['src/analysis/comparison/b.ts', 'src/analysis/timeline/c.ts', "import '../timeline/c.ts';"],
    ['src/analysis/timeline/b.ts', 'src/analysis/caches/c.ts', "import '../caches/c.ts';"],
    ['src/analysis/network/b.ts', 'src/analysis/caches/c.ts', "import '../caches/c.ts';"],
    [
      'src/analysis/discrepancies/b.ts',
      'src/analysis/selection/c.ts',
      "import '../selection/c.ts';",
    ],
    ['src/analysis/formulations/b.ts', 'src/analysis/caches/c.ts', "import '../caches/c.ts';"],
    ['src/analysis/reliability/b.ts', 'src/analysis/selection/c.ts', "import '../selection/c.ts';"],
    ['src/ingest/text/b.ts', 'src/ingest/cable/c.ts', "import '../cable/c.ts';"],
    ['src/ingest/cable/b.ts', 'src/ingest/news/c.ts', "import '../news/c.ts';"],
    ['src/ingest/news/b.ts', 'src/ingest/cable/c.ts', "import '../cable/c.ts';"],
    [
      'src/ingest/news/b.ts',
      'src/ingest/released-papers/c.ts',
      "import '../released-papers/c.ts';",
    ],
    [
      'src/ingest/released-papers/b.ts',
      'src/ingest/data-files/c.ts',
      "import '../data-files/c.ts';",
    ],
    ['src/ingest/data-files/b.ts', 'src/ingest/text/c.ts', "import '../text/c.ts';"],
    ['src/ingest/anchoring/b.ts', 'src/ingest/text/c.ts', "import '../text/c.ts';"],
    ['src/store/embedded/b.ts', 'src/store/database/c.ts', "import '../database/c.ts';"],
    ['src/store/database/b.ts', 'src/store/read/c.ts', "import '../read/c.ts';"],
    ['src/store/read/b.ts', 'src/store/write/c.ts', "import '../write/c.ts';"],
    ['src/store/write/b.ts', 'src/store/read/c.ts', "import '../read/c.ts';"],
    ['src/store/write/b.ts', 'src/store/embedded/c.ts', "import '../embedded/c.ts';"],
    ['src/store/backup/b.ts', 'src/store/write/c.ts', "import '../write/c.ts';"],
  ])('reject an import between folders: %s -> %s', async (from, to, source) => {
    const found = await plant(from, source, to);

    expect(found).toEqual([expect.stringMatching(`^folders: .+${from} -> ${to}`)]);
  });

  it.each(Object.keys(FOLDERS))(
    'have a rule for each folder of %s, and no cycle between them',
    async (room) => {
      const folders = FOLDERS[room] ?? {};
      const listed = Object.keys(folders);
      for (const [i, others] of Object.values(folders).entries())
        expect(listed.slice(0, i)).toEqual(
          expect.arrayContaining(others.filter((other) => listed.includes(other))),
        );

      const entries = await readdir(room, { withFileTypes: true });
      const existing = entries.filter((entry) => entry.isDirectory() && entry.name !== 'generated');
      expect(listed.toSorted()).toEqual(existing.map(({ name }) => name).toSorted());
    },
  );

  it('allow the readers to be imported only through read-source.ts', async () => {
    const found = await plant(
      'src/app/b.ts',
      "import '../ingest/cable/c.ts';",
      'src/ingest/cable/c.ts',
    );

    expect(found).toEqual([expect.stringMatching('^sources are read .+src/app/b.ts')]);
  });

  it('allow the schema to import types of the analysis, but not functions', async () => {
    const types = await plant(
      'schema/b.ts',
      "import type { x } from '../src/analysis/c.ts';",
      'src/analysis/c.ts',
    );
    const functions = await plant(
      'schema/b.ts',
      "import { x } from '../src/analysis/c.ts';",
      'src/analysis/c.ts',
    );

    expect(types).toEqual([]);
    expect(functions).toEqual([expect.stringContaining('schema/b.ts -> src/analysis/c.ts')]);
  });

  it('reject access to files in pure rooms', async () => {
    const found = await plant('src/domain/b.ts', "import 'node:fs';");

    expect(found).toEqual([expect.stringContaining('pure rooms')]);
  });

  it.each(['node:fs', 'graphql'])(
    'reject %s in the client, which runs on any platform',
    async (name) => {
      const found = await plant('src/client/b.ts', `import '${name}';`);

      expect(found).toEqual([expect.stringContaining('the client runs anywhere')]);
    },
  );

  it('reject Prisma outside the store', async () => {
    const found = await plant('src/app/b.ts', "import '@prisma/client';");

    expect(found).toEqual([expect.stringContaining('only the store knows Prisma')]);
  });

  it('reject a cycle of imports', async () => {
    const found = await plant('src/app/b.ts', "import './c.ts';", 'src/app/c.ts');
    expect(found).toEqual([]);

    const house = planted.at(-1) ?? '';
    await writeFile(join(house, 'src/app/c.ts'), "import './b.ts';");
    const { violations } = await findViolations(house);

    expect(violations.length).toBeGreaterThan(0);
    expect(violations.every((one) => one.startsWith('no cycles'))).toBe(true);
  });
});

describe('the pure rooms', () => {
  it('use no clock, randomness or environment', async () => {
    const guilty: string[] = [];
    for (const room of ['src/domain', 'src/analysis', 'src/ingest']) {
      for (const entry of await readdir(room, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
        const file = join(entry.parentPath, entry.name);
        const source = await readFile(file, 'utf8');
        if (/process\.|Date\.now|new Date\(\)|Math\.random|performance\.|crypto/.test(source))
          guilty.push(file);
      }
    }

    expect(guilty).toEqual([]);
  });
});
