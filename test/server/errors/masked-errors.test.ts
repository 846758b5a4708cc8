import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { REVISION_LEASE_MS } from '#src/store/database/revision-lease.ts';
import { createTestHandler, type TestHandler } from '#test/support/handler.ts';
import { makePlace, type Place } from '#test/support/place.ts';

const SECRETS =
  /select|from "|prisma|socket|postgres|node_modules|\/tmp|\/src|\.ts\b|ECONN|relation/i;

describe('an unexpected error', () => {
  let place: Place;
  let store: Store;
  let handler: TestHandler;
  let logged: string[];
  beforeEach(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
    logged = [];
    const log = createLog('error', { write: (line) => logged.push(line) });
    handler = createTestHandler(store, readConfig({}), log);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  async function post(query: string) {
    const response = await handler.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, text: await response.text() };
  }

  it('is masked for the client and logged when a table is missing', async () => {
    await post('{ revisions { totalCount } }');
    await store.prisma.$executeRawUnsafe('ALTER TABLE evidence RENAME TO mislaid');

    const { text } = await post(
      '{ codebook { slug } position: positions(first: 1) { nodes { summary evidence { exact } } } }',
    );

    const { errors } = JSON.parse(text);
    expect(errors[0].message).toBe(
      'Internal server error. It has been logged under the request id.',
    );
    expect(errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(errors[0].path).toEqual(['position', 'nodes', 0, 'evidence']);
    expect(text).not.toMatch(SECRETS);
    expect(logged.join('')).toMatch(/evidence/);
  });

  it('is masked in every query when the store is closed', async () => {
    await post('{ revisions { totalCount } }');
    // A PostgreSQL server would be reconnected, so its tables are moved away too.
    await store.prisma.$executeRawUnsafe('ALTER SCHEMA public RENAME TO mislaid');
    await store.close();
    // Until then the latest revision counts as known.
    await setTimeout(REVISION_LEASE_MS);

    const responses = await Promise.all(
      [
        '{ actors { totalCount } }',
        '{ search(query: "Mecca") { totalCount } }',
        '{ comparison(actors: ["hamas"]) { revision } }',
      ].map(post),
    );

    for (const { text } of responses) {
      expect(JSON.parse(text).errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(text).not.toMatch(SECRETS);
    }
  });
});
