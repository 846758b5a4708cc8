import { describe, expect, it } from 'vitest';
import { useCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';

const URL = '/graphql';

const post = (query: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});

describe('security headers', () => {
  const corpus = useCorpus();

  it.each<[string, string, RequestInit]>([
    ['a result', URL, post('{ __typename }')],
    ['an error', URL, post('{')],
    ['an unknown path', `${URL}/no`, { method: 'GET' }],
  ])('are sent with %s', async (_what, url, request) => {
    const { headers } = await createTestHandler(corpus.store).fetch(url, request);

    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'.*frame-ancestors 'none'/,
      ),
    });
  });
});
