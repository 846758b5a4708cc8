import { execFile } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { usePlaces } from '#test/support/place.ts';

const run = promisify(execFile);
const MAX_MEGABYTES = 200;

describe('an install without development dependencies', () => {
  const newPlace = usePlaces();
  let project: string;
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'demarche-test-'));
    const { stdout } = await run('git', ['ls-files', '-z']);
    for (const file of stdout.split('\0').filter((name) => name !== ''))
      await cp(file, join(project, file));
    await run('npm', ['ci', '--omit=dev', '--no-audit', '--prefer-offline'], { cwd: project });
  });

  it('takes less than 200 MB', async () => {
    const { stdout } = await run('du', ['-sm', 'node_modules'], { cwd: project });

    expect(Number.parseInt(stdout, 10)).toBeLessThan(MAX_MEGABYTES);
  });

  it('creates, seeds and reads a corpus', async () => {
    const { environment } = await newPlace('empty');
    const { PATH = '', HOME = '' } = process.env;
    const args = [join(project, 'src/cli/main.ts'), 'check', join(project, 'seeds')];

    const { stdout } = await run(process.execPath, args, { env: { PATH, HOME, ...environment } });

    expect(stdout).toMatch(/files valid; 0 positions differ/);
  });
});
