/**
 * A process of its own, started with --expose-gc: loads the corpus into memory as the server does,
 * then has it follow a few small revisions. Prints what it measured as JSON.
 */

import { createSnapshots, Latest } from '../../src/app/corpus/snapshots.ts';
import { openStore } from '../../src/store/database/open-store.ts';
import { writeSmallRevision } from './write-revision.ts';

const REVISIONS = 5;

export interface ColumnsMeasured {
  readonly seconds: number;
  readonly bytesPerPosition: number;
  readonly peakMegabytes: number;
  /** Milliseconds to the corpus when nothing has changed, and after each revision. */
  readonly unchanged: readonly number[];
  readonly changed: readonly number[];
}

function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const databaseUrl = process.env['DATABASE_URL'] ?? '';
const store = await openStore({ databaseUrl, dataFolder: '' });
const { close } = store;
const snapshots = createSnapshots(store);
const latest = new Latest(store.sql, snapshots.at);

async function timed(): Promise<number> {
  const start = performance.now();
  await latest.get();
  return performance.now() - start;
}

const before = held();
const seconds = (await timed()) / 1000;
const bytes = held() - before;
const { length } = (await latest.get()).positions;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const unchanged: number[] = [];
const changed: number[] = [];
for (let nth = 0; nth < REVISIONS; nth += 1) {
  await writeSmallRevision(store, nth);
  changed.push(await timed());
  unchanged.push(await timed());
}
await close();
const measured: ColumnsMeasured = {
  seconds,
  bytesPerPosition: bytes / length,
  peakMegabytes,
  unchanged,
  changed,
};
console.log(JSON.stringify(measured));
