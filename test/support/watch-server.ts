import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Asks in a thread of its own, so that the test's own work does not delay it. */
const POLLER = `
const { parentPort, workerData } = require('node:worker_threads');
const { Agent, get } = require('node:http');
const agent = new Agent({ keepAlive: true });
const milliseconds = [];
const ask = (started) => {
  const request = get(workerData, { agent }, (response) => {
    response.resume().on('end', () => milliseconds.push(performance.now() - started));
  });
  // A connection that the server closed while it was idle is no failure: any client asks again.
  request.on('error', (error) => {
    if (request.reusedSocket && error.code === 'ECONNRESET') ask(started);
    else milliseconds.push(Infinity);
  });
};
setInterval(() => ask(performance.now()), 20);
parentPort.on('message', () => parentPort.postMessage(milliseconds.splice(0)));
`;

/** Asks for /health of a server every 20 ms. */
export function pollHealth(url: string) {
  const worker = new Worker(POLLER, { eval: true, workerData: new URL('/health', url).href });
  return {
    /** How long each response took since the last call, in ascending order of milliseconds. */
    take: async (): Promise<readonly number[]> => {
      const taken = new Promise<number[]>((resolve) => worker.once('message', resolve));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage('take');
      return (await taken).toSorted((a, b) => a - b);
    },
    end: () => worker.terminate(),
  };
}

/**
 * What a run may show at most: several times what a quiet machine shows (50 ms at the 99th percentile, 250 ms
 * at most, 1.2 times the memory), because a run on a busy one must not fail. The figures are printed.
 */
export const MOST = { p99: 250, delay: 1000, memory: 1.6 } as const;

/** The value below which a share of ascending values lies. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}

/** Memory of a process that is in use, in megabytes. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}
