import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { createTestHandler, type TestHandler } from '#test/support/handler.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { startTestServer } from '../test-server.ts';

const LIMIT = 400;

describe('the time limit of a request', () => {
  let place: Place;
  let store: Store;
  let handler: TestHandler;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore({ ...place.options, statementMs: LIMIT });
    handler = createTestHandler(store, readConfig({ DEMARCHE_REQUEST_TIMEOUT: String(LIMIT) }));
    await handler.load();
    await post('{ actors { totalCount } }');
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  async function post(query: string, target = handler) {
    const started = performance.now();
    const response = await target.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await response.json();
    const milliseconds = performance.now() - started;
    return { status: response.status, code: errors?.[0].extensions.code, data, milliseconds };
  }
  const quotations = '{ positions(first: 1) { nodes { evidence { exact } } } }';

  const lockEvidence = () => lockTable('evidence');

  /** Blocks all reads of a table until the returned function is called. */
  async function lockTable(table: string): Promise<() => Promise<void>> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const transaction = store.prisma.$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
        locked.resolve();
        await promise;
      },
      { timeout: 20_000 },
    );
    await locked.promise;
    return async () => {
      resolve();
      await transaction;
    };
  }

  it('ends a slow request with TIMEOUT and does not affect later ones', async () => {
    expect((await post(quotations)).code).toBeUndefined();
    const release = await lockEvidence();

    const late = await post(quotations);
    await release();

    expect(late).toMatchObject({ status: 504, code: 'TIMEOUT', data: undefined });
    expect(late.milliseconds).toBeGreaterThanOrEqual(LIMIT - 5);
    expect((await post(quotations)).code).toBeUndefined();
  });

  it('ends a request during synchronous computation', async () => {
    const strict = createTestHandler(store, readConfig({ DEMARCHE_REQUEST_TIMEOUT: '20' }));
    await strict.load();

    const expensive =
      'actors(first: 90) { nodes { positions(first: 100) { nodes { party { members { member { party(on: "2007-01-01") { slug name aliases } } } } } } } }';
    const { status, code } = await post(
      `{ a: ${expensive} b: ${expensive} c: ${expensive} d: ${expensive} }`,
      strict,
    );

    expect({ status, code }).toEqual({ status: 504, code: 'TIMEOUT' });
  });

  it('does not apply to loading the corpus at start-up', async () => {
    const release = await lockTable('position');
    const starting = startTestServer(() => Promise.resolve(store), {
      DEMARCHE_REQUEST_TIMEOUT: String(LIMIT),
    });
    await setTimeout(2 * LIMIT);
    await release();

    const server = await starting;
    const { status } = await server.post('{ positions { totalCount } }');
    await server.stop();

    expect(status).toBe(200);
  });

  it.runIf(inject('template').kind === 'server')(
    'ends the running statement on a PostgreSQL server',
    async () => {
      const observer = new Client(place.options.databaseUrl ?? '');
      await observer.connect();
      const waiting = async (): Promise<number> => {
        const { rows } = await observer.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
            AND query LIKE '%FROM evidence%' AND pid <> pg_backend_pid()`,
        );
        return rows.length;
      };
      const release = await lockEvidence();

      const late = post(quotations);
      await vi.waitFor(async () => expect(await waiting()).toBe(1), LIMIT);
      await late;
      // Although the lock is still held.
      await vi.waitFor(async () => expect(await waiting()).toBe(0), 2 * LIMIT);

      await release();
      await observer.end();
    },
  );
});
