import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { createHandler } from '#src/server/create-handler.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { makePlace, type Place } from '#test/support/place.ts';
import { serveStore } from '../serving.ts';

const LIMIT = 400;

describe('a request that takes too long', () => {
  let place: Place;
  let store: Store;
  let handler: ReturnType<typeof createHandler>;
  beforeAll(async () => {
    place = await makePlace('seeded');
    store = await openStore({ ...place.options, statementMs: LIMIT });
    handler = createHandler(store, readConfig({ DEMARCHE_REQUEST_TIMEOUT: String(LIMIT) }));
    await handler.load();
    await ask('{ actors { totalCount } }');
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  async function ask(query: string, by = handler) {
    const started = performance.now();
    const response = await by.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await response.json();
    const milliseconds = performance.now() - started;
    return { status: response.status, code: errors?.[0].extensions.code, data, milliseconds };
  }
  const quotations = '{ positions(first: 1) { nodes { evidence { exact } } } }';

  const holdQuotations = () => hold('evidence');

  /** Holds a table until what is returned is called, so that whoever reads it waits. */
  async function hold(table: string): Promise<() => Promise<void>> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holding = store.prisma.$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
        held.resolve();
        await promise;
      },
      { timeout: 20_000 },
    );
    await held.promise;
    return async () => {
      resolve();
      await holding;
    };
  }

  it('is given up, and its client told; others are answered after it', async () => {
    expect((await ask(quotations)).code).toBeUndefined();
    const release = await holdQuotations();

    const late = await ask(quotations);
    await release();

    expect(late).toMatchObject({ status: 504, code: 'TIMEOUT', data: undefined });
    expect(late.milliseconds).toBeGreaterThanOrEqual(LIMIT - 5);
    expect((await ask(quotations)).code).toBeUndefined();
  });

  it('is given up while it computes', async () => {
    const impatient = createHandler(store, readConfig({ DEMARCHE_REQUEST_TIMEOUT: '20' }));
    await impatient.load();

    const much =
      'actors(first: 90) { nodes { positions(first: 100) { nodes { party { members { member { party(on: "2007-01-01") { slug name aliases } } } } } } } }';
    const { status, code } = await ask(
      `{ a: ${much} b: ${much} c: ${much} d: ${much} }`,
      impatient,
    );

    expect({ status, code }).toEqual({ status: 504, code: 'TIMEOUT' });
  });

  it('is not what loads the corpus at the start, which takes as long as it takes', async () => {
    const release = await hold('position');
    const starting = serveStore(() => Promise.resolve(store), {
      DEMARCHE_REQUEST_TIMEOUT: String(LIMIT),
    });
    await setTimeout(2 * LIMIT);
    await release();

    const server = await starting;
    const { status } = await server.ask('{ positions { totalCount } }');
    await server.stop();

    expect(status).toBe(200);
  });

  it.runIf(inject('template').kind === 'server')(
    'leaves no statement behind at the database',
    async () => {
      const watcher = new Client(place.options.databaseUrl ?? '');
      await watcher.connect();
      const waiting = async (): Promise<number> => {
        const { rows } = await watcher.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
            AND query LIKE '%FROM evidence%' AND pid <> pg_backend_pid()`,
        );
        return rows.length;
      };
      const release = await holdQuotations();

      const late = ask(quotations);
      await vi.waitFor(async () => expect(await waiting()).toBe(1), LIMIT);
      await late;
      // Although what it waits for does not come.
      await vi.waitFor(async () => expect(await waiting()).toBe(0), 2 * LIMIT);

      await release();
      await watcher.end();
    },
  );
});
