import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { EXAMPLES } from '#test/support/examples.ts';

describe('example operations', () => {
  const corpus = useCorpus();

  it.each(EXAMPLES)('returns evidence without errors: $name', async ({ query }) => {
    const answer = await corpus.ask(query);

    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toMatch(/"(exact|snippet)":"[^"]/);
  });
});
