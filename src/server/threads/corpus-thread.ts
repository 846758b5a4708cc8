/**
 * The thread that reads the corpus from the database, so that no other waits while a revision is loaded.
 * It answers every thread that asks for a revision.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createSnapshots } from '#src/app/corpus/snapshots.ts';
import { invariant } from '#src/domain/failure.ts';
import { connect } from '#src/store/database/connect.ts';
import { collectGarbageWhenIdle } from './idle-garbage.ts';
import {
  type CorpusThreadData,
  type FromCorpus,
  sendableError,
  type ToCorpus,
} from './messages.ts';
import { createSharing } from './share-snapshot.ts';

/** One connection reads; the others are for revisions that are asked for meanwhile. */
const POOL_SIZE = 3;

const { access } = workerData as CorpusThreadData;
const snapshots = createSnapshots(await connect({ ...access, poolSize: POOL_SIZE }));
const share = createSharing();
const onWork = collectGarbageWhenIdle();

async function load(revision: number): Promise<FromCorpus> {
  try {
    return { kind: 'loaded', revision, snapshot: share(await snapshots.at(revision)) };
  } catch (error) {
    return { kind: 'failed', revision, error: sendableError(error) };
  }
}

invariant(parentPort, 'runs as a thread');
// Each message is the port of an engine thread.
parentPort.on('message', (port: MessagePort) => {
  port.on('message', async ({ revision }: ToCorpus) => {
    port.postMessage(await load(revision));
    onWork();
  });
});
