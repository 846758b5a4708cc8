/**
 * When a revision counts as published, so that servers need not ask for the latest at each request and
 * none tells what is stale. A server takes what the database last said as known for `KNOWN_MS` from
 * when it asked; a writer says that it is done `PUBLISHED_MS` after its commit. By then whatever a
 * server knows was asked after the commit. Spans are compared, not clocks: this holds between machines.
 */
import { setTimeout } from 'node:timers/promises';

export const KNOWN_MS = 20;
/** Longer by more than a timer may be early and clocks run apart. */
const PUBLISHED_MS = 25;

/** To be waited for after a commit that wrote a revision, and before anyone is told of it. */
export async function published(): Promise<void> {
  await setTimeout(PUBLISHED_MS);
}
