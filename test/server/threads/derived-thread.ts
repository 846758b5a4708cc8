/** A thread of share-derived.test.ts: computes the entries of an actor, and reads their first index. */
import { parentPort, workerData } from 'node:worker_threads';
import { documentGroups } from '#src/analysis/caches/document-groups.ts';
import { entriesByDay } from '#src/analysis/caches/entries-by-day.ts';
import { joinDerivedExchange } from '#src/server/threads/share-derived.ts';
import { createReceiving, type SharedSnapshot } from '#src/server/threads/share-snapshot.ts';

const { exchange, shared } = workerData as {
  readonly exchange: string;
  readonly shared: SharedSnapshot;
};
const snapshot = createReceiving()(shared);
joinDerivedExchange(exchange).add(snapshot, shared.parts);

parentPort?.on('message', ({ actor, condition }: { actor: number; condition: number }) => {
  const { positions, documents, partOf } = snapshot;
  const groups = documentGroups(documents, partOf);
  const { indices } = entriesByDay(positions, actor, condition, partOf, 'WHOLE', groups);
  parentPort?.postMessage({ length: indices.length, first: indices[0] });
});
