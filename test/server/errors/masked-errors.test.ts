import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { createHandler } from '#src/server/create-handler.ts';
import { createLog } from '#src/server/telemetry/log.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';

const SECRETS =
  /select|from "|prisma|socket|postgres|node_modules|\/tmp|\/src|\.ts\b|ECONN|relation/i;

describe('an error of our own', () => {
  let place: Place;
  let store: Store;
  let handler: ReturnType<typeof createHandler>;
  let logged: string[];
  beforeEach(async () => {
    place = await makePlace('seeded');
    store = await openStore(place.options);
    logged = [];
    const log = createLog('error', { write: (line) => logged.push(line) });
    handler = createHandler(store, readConfig({}), { log });
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  async function ask(query: string) {
    const response = await handler.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, text: await response.text() };
  }

  it('is masked for the client and logged for us when a table is gone', async () => {
    await ask('{ revisions { totalCount } }');
    await store.prisma.$executeRawUnsafe('ALTER TABLE evidence RENAME TO mislaid');

    const { text } = await ask(
      '{ codebook { slug } position: positions(first: 1) { nodes { summary evidence { exact } } } }',
    );

    const { errors } = JSON.parse(text);
    expect(errors[0].message).toBe(
      'Something went wrong here, not in your query. It has been logged.',
    );
    expect(errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(errors[0].path).toEqual(['position', 'nodes', 0, 'evidence']);
    expect(text).not.toMatch(SECRETS);
    expect(logged.join('')).toMatch(/evidence/);
  });

  it('is masked when the store is closed and gone, for every query that needs it', async () => {
    await ask('{ revisions { totalCount } }');
    // A server would be connected to anew; its tables are gone all the same.
    await store.prisma.$executeRawUnsafe('ALTER SCHEMA public RENAME TO mislaid');
    await store.close();

    const answers = await Promise.all(
      [
        '{ actors { totalCount } }',
        '{ search(query: "Mecca") { totalCount } }',
        '{ comparison(actors: ["hamas"]) { revision } }',
      ].map(ask),
    );

    for (const { text } of answers) {
      expect(JSON.parse(text).errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(text).not.toMatch(SECRETS);
    }
  });
});
