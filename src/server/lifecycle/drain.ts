import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { InFlightRequests } from '../telemetry/in-flight-requests.ts';

/** Time limits of a shutdown, in milliseconds. */
export interface DrainTimeouts {
  /** The port stays open for up to this long while requests are in flight, so that `/ready` can be seen to fail. */
  readonly notice: number;
  /** After this long, from the start of the shutdown, requests in flight are aborted. */
  readonly responses: number;
  /** Executions of aborted requests have this long to end. */
  readonly executions: number;
}

const DEFAULT_TIMEOUTS: DrainTimeouts = { notice: 1000, responses: 8000, executions: 500 };

/** Time for clients to receive their last response, and for connections to close by themselves. */
const CLOSE_MS = 250;

/**
 * Completes the requests in flight and closes the port. `onClosed` is called once the port is closed;
 * requests that arrive later, on connections kept alive, must be rejected. Resolves with the number of
 * aborted requests when no work for any request remains.
 */
export async function drain(
  server: Server,
  inFlight: InFlightRequests,
  onClosed: () => void,
  timeouts: DrainTimeouts = DEFAULT_TIMEOUTS,
): Promise<number> {
  const started = performance.now();
  inFlight.closeConnections();
  await inFlight.idle(timeouts.notice);
  // Not `server.close()`, which also closes connections whose response has ended but is not sent yet.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  onClosed();
  await inFlight.idle(timeouts.responses - (performance.now() - started));
  const aborted = inFlight.count();
  if (aborted === 0) await Promise.race([closed, setTimeout(CLOSE_MS)]);
  server.closeAllConnections();
  await closed;
  await inFlight.idle(timeouts.executions);
  return aborted;
}
