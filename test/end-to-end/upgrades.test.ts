import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { REVISION_LEASE_MS } from '#src/store/database/revision-lease.ts';
import { ACTORS, writeFiles } from '#test/app/import/quay-corpus.ts';
import { startTestServer } from '#test/server/test-server.ts';
import { runCli } from '#test/support/cli.ts';
import {
  EARLIER_HISTORY,
  fillWithEarlierCorpus,
  historyOfArticle,
} from '#test/support/earlier-release.ts';
import { type Place, usePlaces } from '#test/support/place.ts';

const SEEDS = 'seeds/codings/C05763811.yaml';

describe('a corpus of an earlier release', () => {
  const newPlace = usePlaces();
  let place: Place;
  let files = '';
  beforeAll(async () => {
    place = await newPlace('empty');
    await fillWithEarlierCorpus(place);
    files = await writeFiles({ 'actors.yaml': ACTORS });
  });

  it.each([
    [['check', SEEDS]],
    [['import', '--dry-run', 'seeds']],
    [['compare', '--actors', 'hamas']],
    [['withdraw', 'C05763811', '--reason', 'a test']],
  ])('is not migrated by %j, which says how to', async (args) => {
    const { code, stdout, stderr } = await runCli(args, place.environment);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('was written by an earlier version of Démarche');
    expect(stderr).toContain('demarche migrate');
  });

  it('is backed up as it is, and restored in the present form', async () => {
    const file = join(files, 'earlier.backup');

    const { code } = await runCli(['backup', file], place.environment);

    expect(code).toBe(0);
    const empty = await newPlace('empty');
    expect(await runCli(['restore', file], empty.environment)).toMatchObject({ code: 0 });
    const store = await openStore(empty.options);
    expect(await historyOfArticle(store)).toEqual(EARLIER_HISTORY);
    await store.close();
    // It still is of the earlier release.
    expect(await runCli(['check', SEEDS], place.environment)).toMatchObject({ code: 1 });
  });

  it('is migrated by `demarche migrate`, once', async () => {
    const first = await runCli(['migrate'], place.environment);
    const second = await runCli(['migrate'], place.environment);
    const checked = await runCli(['check', SEEDS], place.environment);

    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(
      /is up to date now: 20261130000000_versions_of_names_and_headers, 20261201000000_purges, 20261202000000_first_versions, 20261203000000_on_behalf_of, 20261204000000_denials, 20261205000000_search_by_language, 20261206000000_codings, 20261207000000_affiliation_precision\.\n$/,
    );
    expect(second.stdout).toMatch(/is up to date\.\n$/);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('1 file valid') });
  });

  it('is migrated by an import', async () => {
    const other = await newPlace('empty');
    await fillWithEarlierCorpus(other);

    const imported = await runCli(['import', files], other.environment);

    expect(imported).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('revision 3: 4 actors'),
    });
  });
});

describe('a database that a newer release has migrated under a running server', () => {
  const newPlace = usePlaces();

  it('is not answered from', async () => {
    const { options } = await newPlace('seeded');
    const server = await startTestServer(() => openStore(options));
    const ask = () => server.post('{ actor(slug: "hamas") { slug } }');
    const before = await ask();

    await server.store.sql(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2099', now())`,
    );
    // Until its lease ends, a server takes the latest revision for known.
    await pause(REVISION_LEASE_MS);
    const after = await ask();
    const ready = await fetch(server.urlOf('/ready'));

    expect(before.status).toBe(200);
    expect(after.status).toBe(503);
    expect(await after.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('newer version'),
          extensions: { code: 'STORE_INCOMPATIBLE' },
        },
      ],
    });
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'database incompatible',
      reason: expect.stringContaining('newer version'),
    });
    await server.stop();
    await server.store.close();
  });
});

describe.runIf(inject('template').kind === 'server')('a standby', () => {
  const newPlace = usePlaces();

  it('answers questions, and says that it is read-only when written to', async () => {
    const place = await newPlace('seeded');
    const store = await openStore(place.options);
    const [database] = await store.sql<{ name: string }>('SELECT current_database() AS name');
    await store.sql(`ALTER DATABASE "${database?.name}" SET default_transaction_read_only = on`);
    await store.close();
    const files = await writeFiles({ 'actors.yaml': ACTORS });

    const imported = await runCli(['import', files], place.environment);
    const compared = await runCli(['compare', '--actors', 'hamas'], place.environment);

    expect(imported).toMatchObject({ code: 1, stdout: '' });
    expect(imported.stderr).toContain(
      'The database is read-only, as a standby is. Nothing was written.',
    );
    expect(compared.code).toBe(0);
  });
});
