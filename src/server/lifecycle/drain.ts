import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { UnderWay } from '../telemetry/in-flight-requests.ts';

/** How long a server that ends may take, in milliseconds. */
export interface Patience {
  /** While requests are under way, the port stays open as long, so that watchers see the end coming. */
  readonly notice: number;
  /** Until requests under way are cut off, from the beginning. */
  readonly answers: number;
  /** For what still executes when its client has been cut off. */
  readonly executions: number;
}

const PATIENCE: Patience = { notice: 1000, answers: 8000, executions: 500 };

/** For connections whose last answer is on its way to close by themselves. */
const FAREWELL_MS = 250;

/**
 * Answers what is under way and closes the port; `onClosed` is called when it is closed, and what
 * comes afterwards, over a connection that was kept alive, is to be refused. Resolves with the
 * number of requests that were cut off, when nothing works for any request any more.
 */
export async function drain(
  server: Server,
  underWay: UnderWay,
  onClosed: () => void,
  patience: Patience = PATIENCE,
): Promise<number> {
  const started = performance.now();
  underWay.closeConnections();
  await underWay.quiet(patience.notice);
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  onClosed();
  await underWay.quiet(patience.answers - (performance.now() - started));
  const cutOff = underWay.count();
  if (cutOff === 0) await Promise.race([closed, setTimeout(FAREWELL_MS)]);
  server.closeAllConnections();
  await closed;
  await underWay.quiet(patience.executions);
  return cutOff;
}
