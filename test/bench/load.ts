/** Puts questions to a server as fast as it answers them, with wrk, and measures. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Contender } from './contenders.ts';
import type { Server } from './servers.ts';
import type { Workload } from './workloads.ts';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('wrk.lua', import.meta.url));

const ENOUGH = 10;
const LONGEST_SECONDS = 60;

/** Latencies in milliseconds. */
export interface Load {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

type Measured = Record<'requests' | 'microseconds' | 'failed' | 'p50' | 'p95' | 'p99', number>;

export async function requireWrk(): Promise<void> {
  await run('wrk', ['-v']).catch((error: NodeJS.ErrnoException) => {
    // It has no exit of its own for this and prints its version before it fails.
    if (error.code === 'ENOENT') {
      throw new Error('There is no wrk, which makes the load. Install it: apt-get install wrk');
    }
  });
}

/** Writes what a contender is asked to a file for wrk. */
export function writeBodies(file: string, contender: Contender, { questions }: Workload): void {
  const bodies = questions.map((question) => JSON.stringify(contender.ask(question)));
  writeFileSync(file, `${bodies.join('\n')}\n`);
}

export async function load(
  server: Server,
  bodies: string,
  options: { readonly connections: number; readonly seconds: number; readonly from: number },
): Promise<Load> {
  const { connections, seconds, from } = options;
  const how = ['-t', '1', '-c', `${connections}`, '-d', `${seconds}s`, '--timeout', '120s'];
  const script = ['-s', SCRIPT, server.url, '--', bodies, `${from}`];
  const { stdout } = await run('wrk', [...how, ...script]);
  const found = /^RESULT (.*)$/m.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`wrk did not end well:\n${stdout}`);
  const { requests, microseconds, failed, ...latency } = JSON.parse(found) as Measured;
  // Too few to tell anything, or none at all: the slow are given longer.
  if (requests < ENOUGH && seconds < LONGEST_SECONDS) {
    return load(server, bodies, { ...options, seconds: Math.min(LONGEST_SECONDS, seconds * 4) });
  }
  if (requests === 0) throw new Error(`${server.contender.name} answers nothing in ${seconds} s`);
  if (failed > 0) throw new Error(`${failed} requests to ${server.contender.name} failed`);
  return {
    p50: latency.p50 / 1000,
    p95: latency.p95 / 1000,
    p99: latency.p99 / 1000,
    perSecond: requests / (microseconds / 1e6),
  };
}
