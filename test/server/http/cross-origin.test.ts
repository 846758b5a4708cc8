import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { useCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';

const APP = 'https://app.example.org';
const URL = '/graphql';

const post = (origin: string, query = '{ __typename }') => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify({ query }),
});
const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
});
const corsHeaders = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => /^access-control-|^vary$/.test(name)));

describe('cross-origin requests', () => {
  const corpus = useCorpus();

  function handler(environment: Readonly<Record<string, string>> = {}) {
    return createTestHandler(corpus.store, readConfig(environment));
  }

  it('are allowed from a listed origin, without credentials', async () => {
    const server = handler({ DEMARCHE_CORS_ORIGINS: `https://other.example,${APP}` });

    const preflighted = await server.fetch(URL, preflight(APP));
    const succeeded = await server.fetch(URL, post(APP));
    const failed = await server.fetch(URL, post(APP, '{ nothing }'));

    expect(preflighted.status).toBe(204);
    expect(corsHeaders(preflighted)).toEqual({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('Content-Type'),
      'access-control-expose-headers': expect.stringContaining('ETag'),
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    for (const response of [succeeded, failed])
      expect(corsHeaders(response)).toEqual({
        'access-control-allow-origin': APP,
        'access-control-expose-headers': expect.stringContaining('ETag'),
        vary: 'Origin',
      });
  });

  it.each(['https://evil.example', 'https://app.example.org.evil.example', 'null', `${APP}:8443`])(
    'are not allowed from an unlisted origin: %s',
    async (origin) => {
      const server = handler({ DEMARCHE_CORS_ORIGINS: APP });

      const preflighted = await server.fetch(URL, preflight(origin));
      const posted = await server.fetch(URL, post(origin));

      expect(preflighted.status).toBe(405);
      expect(corsHeaders(preflighted)).toEqual({ vary: 'Origin' });
      expect(corsHeaders(posted)).toEqual({ vary: 'Origin' });
    },
  );

  it('are not allowed from any origin if none is listed', async () => {
    for (const request of [preflight(APP), post(APP)])
      expect(corsHeaders(await handler().fetch(URL, request))).toEqual({});
  });
});
