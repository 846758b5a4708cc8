/**
 * Read-your-writes across servers without a query per request. A server treats the latest revision
 * as current for `REVISION_LEASE_MS` after it starts to ask the database. A writer acknowledges a
 * revision only `VISIBILITY_DELAY_MS` after its commit. Every lease that predates the commit has
 * expired by then. Only durations are compared, so the machines' clocks need not agree.
 */
import { setTimeout } from 'node:timers/promises';

/** How long the answer to "which is the latest revision?" stays valid, from when it was asked. */
export const REVISION_LEASE_MS = 20;
/** Exceeds the lease by more than timers fire early and clock rates differ. */
const VISIBILITY_DELAY_MS = 25;

/** Resolves when every server sees a committed revision. Await it before reporting the write as done. */
export async function waitUntilVisible(): Promise<void> {
  await setTimeout(VISIBILITY_DELAY_MS);
}
