import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { type Answer, useCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';

const TEXTS = '{ documents { nodes { text passages { text } } } }';

describe('the maximum size of a result', () => {
  const corpus = useCorpus();

  async function ask(query: string, max: number): Promise<Answer & { readonly status: number }> {
    const config = readConfig({ DEMARCHE_MAX_RESPONSE: String(max) });
    const response = await createTestHandler(corpus.store, config).fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
      },
      body: JSON.stringify({ query }),
    });
    return { ...((await response.json()) as Answer), status: response.status };
  }

  it('admits a result below it, and replaces one above it by an error', async () => {
    const whole = await ask(TEXTS, 20_000_000);
    const size = Buffer.byteLength(JSON.stringify(whole.data));

    const below = await ask(TEXTS, size * 2);
    const above = await ask(TEXTS, Math.floor(size / 2));

    expect(below).toEqual(whole);
    expect(above.status).toBe(400);
    expect(above.data).toBeUndefined();
    expect(above.errors).toMatchObject([
      {
        message: expect.stringMatching(/^The result exceeds the maximum of [\d,]+ bytes\./),
        extensions: { code: 'RESPONSE_TOO_LARGE' },
      },
    ]);
  });

  it('counts a text as often as it is selected', async () => {
    const once = await ask('{ document(reference: "07MOSCOW828") { text } }', 20_000_000);
    const size = Buffer.byteLength(JSON.stringify(once.data));
    const many = Array.from(
      { length: 20 },
      (_, i) => `a${i}: document(reference: "07MOSCOW828") { text }`,
    );

    const { errors } = await ask(`{ ${many.join(' ')} }`, size * 10);

    expect(errors?.[0]?.extensions?.code).toBe('RESPONSE_TOO_LARGE');
  });
});
