import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { runCli } from '#test/support/cli.ts';
import { sharedEnvironment, useCorpus } from '#test/support/corpus.ts';

describe('the README', () => {
  const corpus = useCorpus();

  it('prints the real answer to its query', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const query = /```graphql\n(.+?)```/s.exec(readme)?.[1] ?? '';
    const printed: unknown = JSON.parse(/```json\n(.+?)```/s.exec(readme)?.[1] ?? 'null');

    const answer = await corpus.ask(query);

    expect(answer).toEqual(printed);
  });

  it('shows a coding file that passes the check', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const coding = /```yaml\n(.+?)```/s.exec(readme)?.[1] ?? '';
    const folder = await writeFiles({ 'coding.yaml': coding });

    const { code, stderr } = await runCli(
      ['check', join(folder, 'coding.yaml')],
      sharedEnvironment(),
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('has at most 200 lines', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});
