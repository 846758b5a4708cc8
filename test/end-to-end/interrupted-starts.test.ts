import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openCorpus } from '#src/app/corpus/open-corpus.ts';
import { startCli } from '#test/support/cli.ts';
import { fillWithEarlierCorpus } from '#test/support/earlier-release.ts';
import { type Place, usePlaces } from '#test/support/place.ts';

/** Interrupted starts in all. Set INTERRUPTIONS for more. */
const COUNT = Number(process.env['INTERRUPTIONS'] ?? 9);
/** Longer than most starts take. */
const MAX_DELAY_MS = 2500;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

type Start = 'a first start' | 'an upgrade' | 'a start';

describe('a corpus whose server was interrupted while it started', () => {
  const newPlace = usePlaces();

  async function makeCorpus(start: Start): Promise<Place> {
    const place = await newPlace(start === 'a start' ? 'seeded' : 'empty');
    if (start === 'an upgrade') await fillWithEarlierCorpus(place);
    return place;
  }

  const CASES = Array.from({ length: COUNT }, (_, i) => ({
    start: (['a first start', 'an upgrade', 'a start'] as const)[i % 3] ?? 'a start',
    signal: SIGNALS[Math.floor(i / 3) % 3] ?? 'SIGKILL',
    // Spread evenly, without a pattern that repeats with the signals.
    delay: Math.round(((i * 0.618_033_988_75 + 0.37) % 1) * MAX_DELAY_MS),
  }));

  it.each(CASES)('opens after $start ended by $signal after $delay ms', async (each) => {
    const place = await makeCorpus(each.start);
    const server = startCli(['serve'], { ...place.environment, PORT: '0' });
    const ended = once(server, 'close');
    await setTimeout(each.delay);
    server.kill(each.signal);
    await ended;

    const store = await openCorpus(place.options);

    const [revisions, positions, superseded] = await Promise.all([
      store.prisma.revision.count(),
      store.prisma.position.count(),
      store.prisma.documentVersion.count({ where: { untilRevision: { not: null } } }),
    ]);
    await store.close();
    const isUpgrade = each.start === 'an upgrade';
    expect({ revisions, superseded }).toEqual({
      revisions: isUpgrade ? 2 : 1,
      superseded: isUpgrade ? 1 : 0,
    });
    expect(positions).toBeGreaterThan(50);
    await place.remove();
    // Hundreds of embedded databases would fill the disk.
    await rm(place.environment['DEMARCHE_DATA'] ?? '', { recursive: true, force: true });
  });
});
