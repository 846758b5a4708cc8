import { describe, expect, it } from 'vitest';
import { exampleOperations } from '#src/server/example-operations.ts';
import { useCorpus } from '#test/support/corpus.ts';

describe('the example operations', () => {
  const corpus = useCorpus();

  it.each(exampleOperations().map((source) => [source.split('\n')[0], source]))(
    'answers without errors and with positions: %s',
    async (_title, source) => {
      const answer = await corpus.ask(source);

      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer.data)).toMatch(/"(exact|snippet)":"[^"]/);
    },
  );
});
