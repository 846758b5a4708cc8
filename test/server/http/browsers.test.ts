import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { createHandler } from '#src/server/create-handler.ts';
import { useCorpus } from '#test/support/corpus.ts';

const APP = 'https://app.example.org';
const JSON_TYPE = { 'content-type': 'application/json' };
const URL = 'http://localhost/graphql';

const post = (origin: string, query = '{ __typename }') => ({
  method: 'POST',
  headers: { ...JSON_TYPE, origin },
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
const allowed = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => /^access-control-|^vary$/.test(name)));

describe('a page in a browser', () => {
  const corpus = useCorpus();

  function handler(environment: Readonly<Record<string, string>> = {}) {
    return createHandler(corpus.store, readConfig(environment));
  }

  it('of an origin that is listed may ask and read, without credentials', async () => {
    const server = handler({ DEMARCHE_CORS_ORIGINS: `https://other.example,${APP}` });

    const asked = await server.fetch(URL, preflight(APP));
    const answered = await server.fetch(URL, post(APP));
    const refused = await server.fetch(URL, post(APP, '{ nothing }'));

    expect(asked.status).toBe(204);
    expect(allowed(asked)).toEqual({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('Content-Type'),
      'access-control-expose-headers': expect.stringContaining('ETag'),
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    for (const answer of [answered, refused])
      expect(allowed(answer)).toEqual({
        'access-control-allow-origin': APP,
        'access-control-expose-headers': expect.stringContaining('ETag'),
        vary: 'Origin',
      });
  });

  it.each(['https://evil.example', 'https://app.example.org.evil.example', 'null', `${APP}:8443`])(
    'of another origin may not: %s',
    async (origin) => {
      const server = handler({ DEMARCHE_CORS_ORIGINS: APP });

      const asked = await server.fetch(URL, preflight(origin));
      const answered = await server.fetch(URL, post(origin));

      expect(asked.status).toBe(405);
      expect(allowed(asked)).toEqual({ vary: 'Origin' });
      expect(allowed(answered)).toEqual({ vary: 'Origin' });
    },
  );

  it('of any origin may not, where none is listed', async () => {
    for (const request of [preflight(APP), post(APP)])
      expect(allowed(await handler().fetch(URL, request))).toEqual({});
  });

  it.each([
    ['an answer', post(APP)],
    ['a mistake', post(APP, '{')],
    ['what is not there', { method: 'GET' }],
  ])('is told how to treat %s', async (what, request) => {
    const { headers } = await handler().fetch(what.startsWith('what') ? `${URL}/no` : URL, request);

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

  it('learns the nearest names of the schema, except from a server in production', async () => {
    const mistakes = [
      '{ actor(slug: "hamas") { nmae } }',
      '{ positions(filter: { channels: [PUBLICK] }) { totalCount } }',
      '{ positions(filter: { chanels: [PUBLIC] }) { totalCount } }',
      '{ ... on Actr { id } }',
    ];
    const variables = { filter: { channels: ['PUBLICK'] } };
    const query = 'query ($filter: PositionFilter) { positions(filter: $filter) { totalCount } }';
    const messages = async (environment: Readonly<Record<string, string>>) => {
      const server = handler(environment);
      const bodies = [...mistakes.map((mistake) => ({ query: mistake })), { query, variables }];
      const answers = bodies.map(async (body) => {
        const request = { ...post(APP), body: JSON.stringify(body) };
        return (await (await server.fetch(URL, request)).json()).errors[0].message;
      });
      return Promise.all(answers);
    };

    const told = await messages({});
    const hidden = await messages({ NODE_ENV: 'production' });

    for (const message of told) expect(message).toContain('Did you mean');
    for (const message of hidden) expect(message).not.toContain('Did you mean');
  });

  it('in production still learns the nearest names of the corpus', async () => {
    const server = handler({ NODE_ENV: 'production' });

    const answer = await server.fetch(URL, post(APP, '{ actor(slug: "rusia") { id } }'));

    expect((await answer.json()).errors[0].message).toContain('Did you mean "russia"');
  });
});
