import type { MessagePort } from 'node:worker_threads';
import { RevisionCache, type Snapshots } from '#src/app/corpus/snapshots.ts';
import { type FromCorpus, receivedError, type ToCorpus } from './messages.ts';
import type { DerivedExchange } from './share-derived.ts';
import { createReceiving, type SharedSnapshot } from './share-snapshot.ts';

/**
 * The corpus thread, seen from another: snapshots that it has read, kept in memory. Asking rejects if the
 * database cannot be reached, or if the corpus thread ends.
 */
export interface CorpusLink extends Snapshots {
  /** Uses a port from now on. */
  readonly connect: (port: MessagePort) => void;
}

/** Creates a link without a port yet: questions wait for it. What is derived from snapshots is exchanged. */
export function createCorpusLink(exchange: DerivedExchange): CorpusLink {
  const asked = new Map<number, PromiseWithResolvers<SharedSnapshot>>();
  const receive = createReceiving();
  let connected = Promise.withResolvers<MessagePort>();
  const snapshots = new RevisionCache(async (revision) => {
    const answer = Promise.withResolvers<SharedSnapshot>();
    asked.set(revision, answer);
    const question: ToCorpus = { kind: 'load', revision };
    (await connected.promise).postMessage(question);
    const shared = await answer.promise;
    const snapshot = receive(shared);
    exchange.add(snapshot, shared.parts);
    return snapshot;
  });
  return {
    at: (revision) => snapshots.at(revision),
    connect: (port) => {
      port.on('message', (message: FromCorpus) => {
        const waiting = asked.get(message.revision);
        asked.delete(message.revision);
        if (message.kind === 'loaded') waiting?.resolve(message.snapshot);
        else waiting?.reject(receivedError(message.error));
      });
      port.on('close', () => {
        connected = Promise.withResolvers();
        for (const { reject } of asked.values()) reject(new Error('The corpus thread ended.'));
        asked.clear();
      });
      connected.resolve(port);
    },
  };
}
