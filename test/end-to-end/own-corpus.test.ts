import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { CODEBOOK, QUAY_CORPUS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';
import { usePlaces } from '#test/support/place.ts';

describe('a copy of the project with its own seeds', () => {
  const newPlace = usePlaces();
  let project = '';
  beforeAll(async () => {
    project = await writeFiles({});
    await Promise.all(
      ['src', 'schema', 'prisma', 'package.json'].map((part) =>
        cp(part, join(project, part), { recursive: true }),
      ),
    );
    await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
    const own = {
      ...QUAY_CORPUS,
      'codebook.yaml': CODEBOOK.replace('title:', 'default: true\ntitle:'),
    };
    await writeFiles(own, join(project, 'seeds'));
  });

  it('contains the corpus of these seeds and nothing else', async () => {
    const place = await newPlace('empty');
    const args = [join(project, 'src/cli/main.ts'), 'check', join(project, 'seeds')];
    const env = { PATH: process.env['PATH'], ...place.environment };

    const { stdout } = await promisify(execFile)(process.execPath, args, { env });

    expect(stdout).toMatch(/4 files valid; 0 positions differ/);
    const store = await openStore(place.options);
    const response = await createTestHandler(store).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    const { data, errors } = await response.json();
    await store.close();
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      documents: { totalCount: 1 },
      actors: { totalCount: 4 },
      codebooks: { totalCount: 1 },
      comparison: {
        revision: 1,
        rows: [
          {
            cells: [
              { condition: { code: 'CLOSED_QUAY' }, count: 1, median: -2 },
              { condition: { code: 'TIDE' }, count: 1, median: 2 },
            ],
          },
        ],
      },
    });
  });
});

const QUERY = `{
  documents { totalCount }
  actors { totalCount }
  codebooks { totalCount }
  comparison(actors: ["pilots-guild"]) {
    revision
    rows { cells { condition { code } count median } }
  }
}`;
