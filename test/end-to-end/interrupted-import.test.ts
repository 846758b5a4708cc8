import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore } from '#src/store/database/open-store.ts';
import { manyCables } from '#test/app/import/cables.ts';
import { writeFiles } from '#test/app/import/quay-corpus.ts';
import { runCli, startCli } from '#test/support/cli.ts';
import { type Place, usePlaces } from '#test/support/place.ts';

const CABLES = 500;
const SEEDED = 6;

describe('an import that is interrupted', () => {
  const newPlace = usePlaces();
  let folder = '';
  let place: Place;
  beforeAll(async () => {
    folder = await writeFiles(manyCables(CABLES));
    place = await newPlace('seeded');
  });

  /** Starts an import and interrupts it some milliseconds after it begins to write. */
  async function interrupt(milliseconds: number, stop: (pid: number) => unknown) {
    const child = startCli(['import', folder], place.environment);
    const ended = once(child, 'close');
    let stderr = '';
    await new Promise<void>((resolve) => {
      child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
        stderr += chunk;
        if (stderr.includes('Writing')) resolve();
      });
      child.once('close', () => resolve());
    });
    await setTimeout(milliseconds);
    await stop(child.pid ?? 0);
    const [code] = (await ended) as [number | null];
    return { code, stderr };
  }

  async function count() {
    const store = await openStore(place.options);
    const [documents, revisions] = [
      await store.prisma.document.count(),
      await store.prisma.revision.count(),
    ];
    await store.close();
    return { documents, revisions };
  }

  const NOTHING = { documents: SEEDED, revisions: 1 };

  it.each([0, 150])(
    'writes nothing when killed with SIGKILL after %i ms of writing',
    async (wait) => {
      await interrupt(wait, (pid) => process.kill(pid, 'SIGKILL'));

      expect(await count()).toEqual(NOTHING);
    },
  );

  it('reports a cancellation with Ctrl-C and writes nothing', async () => {
    const { code, stderr } = await interrupt(0, (pid) => process.kill(pid, 'SIGINT'));

    expect(code).toBe(130);
    expect(stderr).toMatch(/Cancelled\. Nothing was changed\.\n$/);
    expect(await count()).toEqual(NOTHING);
  });

  it('reports the loss of its database and writes nothing', async () => {
    const { code, stderr } = await interrupt(0, endDatabase);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /The database connection was lost\. The command took effect completely or not at all/,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await count()).toEqual(NOTHING);
  });

  it('completes when it is run again', async () => {
    const again = await runCli(['import', folder], place.environment);

    expect(again.stdout).toContain(`revision 2: ${CABLES} new documents`);
    expect(await count()).toEqual({ documents: SEEDED + CABLES, revisions: 2 });
  });

  /** Kills the embedded database, or terminates the server's connections to this one. */
  async function endDatabase(): Promise<void> {
    if (inject('template').kind === 'embedded') {
      const pids = await readFile(join(place.options.dataFolder, 'server.pid'), 'utf8');
      process.kill(Number(pids.split('\n')[1]), 'SIGKILL');
      return;
    }
    const store = await openStore(place.options);
    await store.prisma.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await store.close();
  }
});
