/** The contenders as running processes: started, asked, weighed, ended. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from './cluster.ts';
import type { Contender } from './contenders.ts';
import type { Question } from './workloads.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 120_000;

/** Every process started here that has not been ended. */
const running = new Set<ChildProcess>();

export interface Server {
  readonly contender: Contender;
  readonly url: string;
  readonly pid: number;
  /** Puts a question and returns the answer in the form that all have in common. */
  readonly ask: (question: Question) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

/** Starts a contender on a database, and waits until it answers. */
export async function startServer(
  contender: Contender,
  databaseUrl: string,
  first: Question,
  nodeOptions: readonly string[],
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeOptions, ...contender.program], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
    },
  });
  running.add(child);
  const end = (): Promise<void> => endChild(child);
  const url = `http://127.0.0.1:${port}${contender.path}`;
  const ask = async (question: Question): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(contender.ask(question)),
    });
    if (!response.ok) throw new Error(`${contender.name}: ${await response.text()}`);
    return contender.read(await response.json(), question);
  };
  const started = performance.now();
  for (;;) {
    try {
      await ask(first);
      return { contender, url, pid: child.pid ?? 0, ask, end };
    } catch (error) {
      const late = performance.now() - started > PATIENCE_MS;
      if (child.exitCode !== null || late) {
        await end();
        throw new Error(`${contender.name} does not answer`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

export async function endServers(): Promise<void> {
  await Promise.all([...running].map(endChild));
}

async function endChild(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(impatient);
}

/** Megabytes of memory that a process holds. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Megabytes that a process and its children hold, what they share counted once. */
export function sharedMegabytes(parent: number): number {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent)], {
    encoding: 'utf8',
  });
  let kilobytes = 0;
  for (const pid of [String(parent), ...children.split(/\s+/)].filter((each) => each !== '')) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // It has ended since.
    }
  }
  return kilobytes / 1024;
}
