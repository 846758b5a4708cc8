import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentGroups } from '#src/analysis/caches/document-groups.ts';
import { type EntriesByDay, entriesByDay } from '#src/analysis/caches/entries-by-day.ts';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { joinDerivedExchange } from '#src/server/threads/share-derived.ts';
import { createReceiving, createSharing } from '#src/server/threads/share-snapshot.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { usePlaces } from '#test/support/place.ts';

const THREAD = new URL('./derived-thread.ts', import.meta.url);
const EXCHANGE = 'share-derived.test';

interface Reply {
  readonly length: number;
  readonly first: number;
}

async function ask(thread: Worker, actor: number, condition: number): Promise<Reply> {
  const answered = once(thread, 'message');
  thread.postMessage({ actor, condition });
  const [reply] = (await answered) as [Reply];
  return reply;
}

describe('values derived from a snapshot', () => {
  const newPlace = usePlaces();
  const exchange = joinDerivedExchange(EXCHANGE);
  let store: Store;
  let snapshot: CorpusSnapshot;
  let threads: readonly Worker[];

  beforeAll(async () => {
    store = await openStore((await newPlace('seeded')).options);
    const shared = createSharing()(await createSnapshots(store).at(1));
    snapshot = createReceiving()(shared);
    exchange.add(snapshot, shared.parts);
    const workerData = { exchange: EXCHANGE, shared };
    threads = [new Worker(THREAD, { workerData }), new Worker(THREAD, { workerData })];
    await Promise.all(threads.map((each) => once(each, 'online')));
  });
  afterAll(async () => {
    exchange.close();
    await Promise.all(threads.map((each) => each.terminate()));
    await store.close();
  });

  const entriesOf = (actor: number, condition: number): EntriesByDay => {
    const { positions, documents, partOf } = snapshot;
    const groups = documentGroups(documents, partOf);
    return entriesByDay(positions, actor, condition, partOf, 'WHOLE', groups);
  };

  it('are in memory once, whichever threads compute them', async () => {
    const [actor, condition] = [
      snapshot.positions.holder[0] ?? 0,
      snapshot.positions.condition[0] ?? 0,
    ];
    // At the same time, so that all of them compute it.
    const asked = threads.map((each) => ask(each, actor, condition));
    const own = entriesOf(actor, condition);
    const others = await Promise.all(asked);
    expect(own.indices.length).toBeGreaterThan(0);
    expect(others.map(({ length }) => length)).toEqual([own.indices.length, own.indices.length]);

    const MARK = 12_345;
    const { indices } = entriesOf(actor, condition);
    indices[0] = MARK;

    await expect
      .poll(() =>
        Promise.all(threads.map(async (each) => (await ask(each, actor, condition)).first)),
      )
      .toEqual([MARK, MARK]);
  });
});
