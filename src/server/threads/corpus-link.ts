import type { MessagePort } from 'node:worker_threads';
import { type FromCorpus, receivedError, type ToCorpus } from './messages.ts';
import type { SharedSnapshot } from './share-snapshot.ts';

/** The corpus thread, seen from an engine thread. */
export interface CorpusLink {
  /** The snapshot at a revision. Rejects if the database cannot be reached, or if the corpus thread ends. */
  readonly ask: (revision: number) => Promise<SharedSnapshot>;
  /** Uses a port from now on. */
  readonly connect: (port: MessagePort) => void;
}

/** Creates a link without a port yet: questions wait for it. */
export function createCorpusLink(): CorpusLink {
  const asked = new Map<number, PromiseWithResolvers<SharedSnapshot>>();
  let connected = Promise.withResolvers<MessagePort>();
  return {
    ask: async (revision) => {
      const waiting = asked.get(revision);
      if (waiting !== undefined) return waiting.promise;
      const answer = Promise.withResolvers<SharedSnapshot>();
      asked.set(revision, answer);
      const question: ToCorpus = { kind: 'load', revision };
      (await connected.promise).postMessage(question);
      return answer.promise;
    },
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
