import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { usePlaces } from '#test/support/place.ts';

/** Creates the tables in an empty database, and prints what keeps the process alive after that. */
const PROGRAM = `
  import { openStore } from '#src/store/database/open-store.ts';
  const names = [];
  const store = await openStore({
    ...JSON.parse(process.env.OPTIONS),
    onProgress: (event) => event.kind === 'migrated' && names.push(...event.names),
  });
  await store.close();
  console.log(names.length > 0, process.getActiveResourcesInfo().includes('Timeout'));
`;

describe('a store', () => {
  const newPlace = usePlaces();

  it('does not keep the process alive once closed, even if it created the tables', async () => {
    const { options } = await newPlace('empty');
    const args = ['--input-type=module', '--eval', PROGRAM];
    const env = { PATH: process.env['PATH'], OPTIONS: JSON.stringify(options) };

    const { stdout } = await promisify(execFile)(process.execPath, args, { env });

    expect(stdout).toBe('true false\n');
  });
});
