import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODING, QUAY_CORPUS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { runCli } from '#test/support/cli.ts';
import { sharedEnvironment } from '#test/support/corpus.ts';

describe('demarche check', () => {
  it('exits with 1 and reports file and line of an invalid value', async () => {
    const environment = sharedEnvironment();
    const files = await writeFiles({
      ...QUAY_CORPUS,
      'coding.yaml': CODING.replace('REJECTS', 'REJECT'),
    });

    const [wrong, dry, right] = [
      await runCli(['check', join(files, 'coding.yaml')], environment),
      await runCli(['import', '--dry-run', join(files, 'actors.yaml')], environment),
      await runCli(['check', 'seeds/codings/07MOSCOW828.yaml'], environment),
    ];

    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toMatch(
      /coding\.yaml:17: .*Did you mean "REJECTS"\?\nNothing was changed\.\n$/,
    );
    expect(dry.stdout).toMatch(
      /^1 file read; would write 4 actors, 1 affiliation\. Nothing was changed\.\n$/,
    );
    expect(right.stdout).toBe('1 file valid; 0 positions differ from the corpus.\n');
  });
});
