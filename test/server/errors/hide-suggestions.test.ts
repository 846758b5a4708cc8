import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { useCorpus } from '#test/support/corpus.ts';
import { createTestHandler } from '#test/support/handler.ts';

const INVALID = [
  { query: '{ actor(slug: "hamas") { nmae } }' },
  { query: '{ positions(filter: { channels: [PUBLICK] }) { totalCount } }' },
  { query: '{ positions(filter: { chanels: [PUBLIC] }) { totalCount } }' },
  { query: '{ ... on Actr { id } }' },
  {
    query: 'query ($filter: PositionFilter) { positions(filter: $filter) { totalCount } }',
    variables: { filter: { channels: ['PUBLICK'] } },
  },
];

describe('suggestions in error messages', () => {
  const corpus = useCorpus();

  async function messageOf(body: object, environment: Readonly<Record<string, string>>) {
    const server = createTestHandler(corpus.store, readConfig(environment));
    const response = await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()).errors[0].message as string;
  }

  it.each(INVALID)(
    'name the nearest schema element, except in production: $query',
    async (body) => {
      expect(await messageOf(body, {})).toContain('Did you mean');
      expect(await messageOf(body, { NODE_ENV: 'production' })).not.toContain('Did you mean');
    },
  );

  it('name the nearest corpus entry, also in production', async () => {
    const body = { query: '{ actor(slug: "rusia") { id } }' };

    expect(await messageOf(body, { NODE_ENV: 'production' })).toContain('Did you mean "russia"');
  });
});
