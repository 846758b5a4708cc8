import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { DocumentTable } from '#src/domain/document-table.ts';
import { createReceiving, createSharing } from '#src/server/threads/share-snapshot.ts';
import { openStore, type Store } from '#src/store/database/open-store.ts';
import { usePlaces } from '#test/support/place.ts';

describe('shared snapshots', () => {
  const newPlace = usePlaces();
  let store: Store;
  let snapshot: CorpusSnapshot;

  beforeAll(async () => {
    store = await openStore((await newPlace('seeded')).options);
    snapshot = await createSnapshots(store).at(1);
  });
  afterAll(() => store.close());

  it('keep the parts that revisions of one corpus thread have in common', () => {
    const share = createSharing();
    const receive = createReceiving();

    const first = receive(share(snapshot));
    const second = receive(share({ ...snapshot, revision: 2 }));

    expect(second.revision).toBe(2);
    expect(second.positions).toBe(first.positions);
    expect(second.documents).toBe(first.documents);
  });

  it('take no part of a corpus thread that has ended for one of its successor', () => {
    const receive = createReceiving();
    const before = receive(createSharing()(snapshot));
    const changed = {
      ...snapshot,
      revision: 2,
      positions: { ...snapshot.positions },
      documents: new DocumentTable(snapshot.documents.columns),
    };

    const after = receive(createSharing()(changed));

    expect(after.positions).not.toBe(before.positions);
    expect(after.documents).not.toBe(before.documents);
  });
});
