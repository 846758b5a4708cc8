/**
 * Values derived from snapshots, such as the sorted positions of an actor, on their way between threads:
 * what one thread has computed, the others take over, so that it is in memory once.
 */
import { BroadcastChannel, threadId } from 'node:worker_threads';
import {
  onSharedValue,
  type SharedValue,
  sourcesIn,
  takeSharedValue,
} from '#src/app/corpus/derived-values.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { SnapshotParts } from './share-snapshot.ts';

/** A value on its way. */
interface SentValue extends Omit<SharedValue, 'things'> {
  /** The thread that computed it. */
  readonly origin: number;
  /** Names of the parts of the snapshot that it is derived from. */
  readonly source: string;
}

/** The exchange of one thread with the others of its engine. */
export interface DerivedExchange {
  /** Exchanges what is derived from this snapshot from now on. */
  readonly add: (snapshot: CorpusSnapshot, parts: SnapshotParts) => void;
  readonly close: () => void;
}

/** Joins the exchange with this name, which is unique to an engine. */
export function joinDerivedExchange(name: string): DerivedExchange {
  const channel = new BroadcastChannel(name);
  channel.unref();
  const snapshots = new Map<string, WeakRef<CorpusSnapshot>>();
  /** The threads that computed the values that were taken over. */
  const origins = new WeakMap<object, number>();
  let isClosed = false;

  onSharedValue((made) => {
    if (isClosed) return;
    for (const [source, reference] of snapshots) {
      if (!isSource(made, reference.deref())) continue;
      const { memo, name: valueName, value } = made;
      const sent: SentValue = { memo, name: valueName, value, source, origin: threadId };
      channel.postMessage(sent);
      return;
    }
  });
  channel.addEventListener('message', (event) => {
    const { source, origin, ...received } = (event as MessageEvent<SentValue>).data;
    const snapshot = snapshots.get(source)?.deref();
    if (snapshot === undefined) return;
    const originOf = (value: object): number => origins.get(value) ?? threadId;
    const things = sourcesIn(snapshot);
    origins.set(received.value, origin);
    const value = takeSharedValue({ ...received, things }, (own) => origin < originOf(own));
    // Of threads that computed the same, all use the value of the first, also one that started later.
    if (originOf(value) < origin)
      channel.postMessage({ ...received, value, source, origin: originOf(value) });
  });
  return {
    add: (snapshot, { positions, documents, partOf }) => {
      for (const [source, reference] of snapshots)
        if (reference.deref() === undefined) snapshots.delete(source);
      snapshots.set(`${positions}, ${documents}, ${partOf}`, new WeakRef(snapshot));
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}

function isSource({ things }: SharedValue, snapshot: CorpusSnapshot | undefined): boolean {
  return (
    snapshot !== undefined && sourcesIn(snapshot).every((thing, place) => thing === things[place])
  );
}
