/**
 * What is asked again and again: a persisted operation by GET, kept by the server or held by the
 * reader (304), against a bare node:http server that sends the same bytes; and the same by POST,
 * which is computed anew each time.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { persistedOperations } from '../../src/server/operations/persisted-operations.ts';
import { freePort } from './cluster.ts';
import { CONTENDERS } from './contenders.ts';
import { type Server, startServer } from './servers.ts';
import { COMPARISONS } from './workloads.ts';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('get.lua', import.meta.url));
const POST_SCRIPT = fileURLToPath(new URL('wrk.lua', import.meta.url));
const BARE = fileURLToPath(new URL('peers/bare.ts', import.meta.url));
/** A question for the latest revision serves all who wait for it: the more there are, the less each pays. */
const CONNECTIONS = [64, 256] as const;
const POST_CONNECTIONS = 8;

export interface Repeated {
  readonly what: 'kept' | 'held (304)' | 'computed (POST)';
  readonly who: string;
  readonly connections: number;
  /** Requests a second; medians of the rounds. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the bare server's requests a second in the same round; NaN where it was not asked. */
  readonly ofLimit: number;
  readonly bytes: number;
}

interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

type Figures = Pick<Repeated, 'perSecond' | 'p50' | 'p99'>;
/** The same asked of several, the first of whom is the limit. */
interface Case {
  readonly what: Repeated['what'];
  readonly connections: number;
  readonly asked: readonly Asked[];
}

interface Asked {
  readonly who: string;
  readonly ask: () => Promise<Figures>;
  readonly rounds: Figures[];
}

export async function measureRepeats(
  databaseUrl: string,
  plan: Plan,
): Promise<readonly Repeated[]> {
  const [ours] = CONTENDERS;
  const question = COMPARISONS[0]?.questions[0];
  if (ours === undefined || question?.kind !== 'comparison') throw new Error('Nothing to ask.');
  const [id] = [...persistedOperations()].find(([, { name }]) => name === 'Matrix') ?? [];
  const variables = { actors: question.parties };
  const path = `?documentId=${id}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  const folder = mkdtempSync(join(tmpdir(), 'demarche-repeats-'));
  const server = await startServer(ours, databaseUrl, question, []);
  const bare = await startBare(folder, server, path);
  try {
    const postFile = join(folder, 'bodies.txt');
    writeFileSync(postFile, `${JSON.stringify({ documentId: id, variables })}\n`);
    const address = `${server.url}${path}`;
    const reads = CONNECTIONS.flatMap((connections) =>
      [undefined, bare.tag].map((tag): Case => {
        const asked = (who: string, url: string): Asked => {
          const what = [SCRIPT, url, ...(tag === undefined ? [] : ['--', tag])];
          return { who, rounds: [], ask: () => wrk(plan.seconds, connections, what) };
        };
        return {
          what: tag === undefined ? 'kept' : 'held (304)',
          connections,
          asked: [asked('node:http, bare', bare.url), asked(ours.name, address)],
        };
      }),
    );
    const post = [POST_SCRIPT, server.url, '--', postFile, '0'];
    const computed: Case = {
      what: 'computed (POST)',
      connections: POST_CONNECTIONS,
      asked: [{ who: ours.name, rounds: [], ask: () => wrk(plan.seconds, POST_CONNECTIONS, post) }],
    };
    // What is computed leaves much behind to be cleared away: it has rounds of its own.
    await measureRounds(reads, plan.rounds);
    await measureRounds([computed], plan.rounds);
    return [...reads, computed].flatMap(({ what, connections, asked }) =>
      asked.map(({ who, rounds }) => ({
        what,
        who,
        connections,
        bytes: what === 'held (304)' ? 0 : bare.bytes,
        perSecond: middle(rounds.map(({ perSecond }) => perSecond)),
        p50: middle(rounds.map(({ p50 }) => p50)),
        p99: middle(rounds.map(({ p99 }) => p99)),
        ofLimit: asked.length === 1 ? Number.NaN : middle(ratios(rounds, asked[0]?.rounds ?? [])),
      })),
    );
  } finally {
    bare.end();
    await server.end();
    rmSync(folder, { recursive: true });
  }
}

/** A bare server that says what ours says, headers and all. */
async function startBare(folder: string, server: Server, path: string) {
  const answer = await fetch(`${server.url}${path}`, {
    headers: { 'accept-encoding': 'identity' },
  });
  const body = await answer.text();
  const tag = answer.headers.get('etag');
  if (tag === null || !answer.ok)
    throw new Error(`No tag on ${answer.status}: ${body.slice(0, 300)}`);
  const unchanged = await fetch(`${server.url}${path}`, {
    headers: { 'accept-encoding': 'identity', 'if-none-match': tag },
  });
  const file = join(folder, 'answer.json');
  writeFileSync(
    file,
    JSON.stringify({ headers: headersOf(answer), held: headersOf(unchanged), body }),
  );
  const port = await freePort();
  const child = spawn(process.execPath, [BARE, file], {
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; ; tries += 1) {
    try {
      if ((await (await fetch(url)).text()) !== body) throw new Error('Other bytes.');
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { url, tag, bytes: Buffer.byteLength(body), end: () => child.kill() };
}

/** One after the other in each round; the first round warms up, and does not count. */
async function measureRounds(cases: readonly Case[], count: number): Promise<void> {
  for (let round = 0; round <= count; round += 1)
    for (const { ask, rounds } of cases.flatMap(({ asked }) => asked)) {
      const figures = await ask();
      if (round > 0) rounds.push(figures);
    }
}

function ratios(rounds: readonly Figures[], limits: readonly Figures[]): readonly number[] {
  return rounds.map(({ perSecond }, i) => perSecond / (limits[i]?.perSecond ?? Number.NaN));
}

async function wrk(
  seconds: number,
  connections: number,
  script: readonly string[],
): Promise<Figures> {
  const how = ['-t', '1', '-c', `${connections}`, '-d', `${seconds}s`, '--timeout', '60s', '-s'];
  const { stdout } = await run('wrk', [...how, ...script]);
  const found = /^RESULT (.*)$/m.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`wrk did not end well:\n${stdout}`);
  const figures = JSON.parse(found) as Record<string, number>;
  const { requests = 0, microseconds = 1, failed = 0, p50 = 0, p99 = 0 } = figures;
  if (failed > 0 || requests === 0) throw new Error(`${failed} of ${requests} requests failed`);
  return { perSecond: requests / (microseconds / 1e6), p50: p50 / 1000, p99: p99 / 1000 };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(headers);
}
