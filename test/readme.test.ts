import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';

describe('the README', () => {
  const corpus = useCorpus();

  it('prints the real answer to its query', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const query = /```graphql\n(.+?)```/s.exec(readme)?.[1] ?? '';
    const printed: unknown = JSON.parse(/```json\n(.+?)```/s.exec(readme)?.[1] ?? 'null');

    const answer = await corpus.ask(query);

    expect(answer).toEqual(printed);
  });
});
