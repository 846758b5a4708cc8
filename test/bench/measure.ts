/** Measures all contenders on one corpus: that their answers are equal, then how fast they come. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { answersTo, CONTENDERS, type Contender } from './contenders.ts';
import { connected, type Filled } from './fill-corpus.ts';
import { type Load, load, writeBodies } from './load.ts';
import type { ColumnsMeasured } from './measure-columns.ts';
import { residentMegabytes, type Server, sharedMegabytes, startServer } from './servers.ts';
import { COMPARISONS, LISTS, type Question, type Workload } from './workloads.ts';

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
  /** Connections at once, for throughput; 1 leaves it out. */
  readonly connections: number;
  /** Folder for the profile of Démarche's server, if one is wanted. */
  readonly profile: string | null;
  readonly say: (what: string) => void;
}

export interface Measured {
  readonly workload: string;
  readonly contender: string;
  /** Latencies with one connection; medians of the rounds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number | null;
}

export interface CorpusMeasured {
  readonly corpus: Filled;
  readonly measured: readonly Measured[];
  /** Megabytes that each contender holds at the end, and PostgreSQL for all of them. */
  readonly memory: ReadonlyMap<string, number>;
  readonly postgres: number;
  readonly columns: ColumnsMeasured;
}

/** Questions that all contenders must answer alike before any is timed. */
const PROVED = 12;
const WARM_SECONDS = 2;
const WORKLOADS = [...COMPARISONS, ...LISTS];

export async function measure(
  cluster: Cluster,
  corpus: Filled,
  plan: Plan,
): Promise<CorpusMeasured> {
  const servers: Server[] = [];
  for (const contender of CONTENDERS) {
    const profiled = plan.profile !== null && contender === CONTENDERS[0];
    const options = profiled ? ['--cpu-prof', `--cpu-prof-dir=${plan.profile}`] : [];
    const server = await startServer(contender, corpus.url, firstQuestion(contender), options);
    servers.push(server);
  }
  const measured: Measured[] = [];
  for (const workload of WORKLOADS) {
    const asked = servers.filter(({ contender }) => answersTo(contender, questionOf(workload)));
    await proveEqual(workload, asked);
    measured.push(...(await measureWorkload(cluster, workload, asked, plan)));
  }
  const memory = new Map(
    servers.map(({ contender, pid }) => [contender.name, residentMegabytes(pid)]),
  );
  const postgres = sharedMegabytes(cluster.postmaster);
  for (const server of servers) await server.end();
  plan.say('loading columns, applying revisions');
  return { corpus, measured, memory, postgres, columns: await measureColumns(corpus.url) };
}

function questionOf({ questions }: Workload): Question {
  const [question] = questions;
  if (question === undefined) throw new Error('A workload without questions.');
  return question;
}

function firstQuestion(contender: Contender): Question {
  const workload = WORKLOADS.find((each) => answersTo(contender, questionOf(each)));
  if (workload === undefined) throw new Error(`${contender.name} answers nothing.`);
  return questionOf(workload);
}

async function proveEqual(workload: Workload, servers: readonly Server[]): Promise<void> {
  const step = Math.floor(workload.questions.length / PROVED);
  let told = 0;
  for (let i = 0; i < PROVED; i += 1) {
    const question = workload.questions[i * step] ?? questionOf(workload);
    const answers: unknown[] = [];
    for (const server of servers) answers.push(await server.ask(question));
    for (const [nth, answer] of answers.entries()) {
      if (isDeepStrictEqual(plain(answer), plain(answers[0]))) continue;
      throw new Error(
        [
          `${servers[nth]?.contender.name} and ${servers[0]?.contender.name} differ on ${workload.name}:`,
          JSON.stringify(question),
          JSON.stringify(answers[0]).slice(0, 2000),
          JSON.stringify(answer).slice(0, 2000),
        ].join('\n'),
      );
    }
    if (JSON.stringify(answers[0]).length > 2) told += 1;
  }
  if (told < PROVED / 4) throw new Error(`${workload.name}: too few answers say anything.`);
}

/** As JSON says it: keys in no particular order, no prototypes. */
function plain(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}

async function measureWorkload(
  cluster: Cluster,
  workload: Workload,
  servers: readonly Server[],
  plan: Plan,
): Promise<readonly Measured[]> {
  const files = new Map(servers.map((server) => [server, join(cluster.folder, `${server.pid}`)]));
  const alone = new Map<Server, Load[]>(servers.map((server) => [server, []]));
  const together = new Map<Server, Load[]>(servers.map((server) => [server, []]));
  // No question comes again before thousands of others have: an answer kept for it is gone by then.
  let from = 0;
  const run = async (server: Server, connections: number, seconds: number): Promise<Load> => {
    const result = await load(server, files.get(server) ?? '', { connections, seconds, from });
    await settle(cluster, server, questionOf(workload));
    from = (from + Math.ceil(result.perSecond * seconds)) % workload.questions.length;
    return result;
  };
  for (const server of servers) {
    writeBodies(files.get(server) ?? '', server.contender, workload);
    await run(server, plan.connections, plan.rounds === 1 ? 1 : WARM_SECONDS);
  }
  for (let round = 1; round <= plan.rounds; round += 1) {
    plan.say(`${workload.name}, round ${round} of ${plan.rounds}`);
    for (const server of servers) alone.get(server)?.push(await run(server, 1, plan.seconds));
    if (plan.connections === 1) continue;
    for (const server of servers) {
      together.get(server)?.push(await run(server, plan.connections, plan.seconds));
    }
  }
  return servers.map((server) => {
    const loads = alone.get(server) ?? [];
    const rates = (together.get(server) ?? []).map(({ perSecond }) => perSecond);
    return {
      workload: workload.name,
      contender: server.contender.name,
      p50: median(loads.map(({ p50 }) => p50)),
      p95: median(loads.map(({ p95 }) => p95)),
      p99: median(loads.map(({ p99 }) => p99)),
      perSecond: rates.length === 0 ? null : median(rates),
    };
  });
}

/** Waits until what was under way when the load ended is done, so that the next is not disturbed. */
async function settle(cluster: Cluster, server: Server, question: Question): Promise<void> {
  await server.ask(question);
  await connected(cluster.url('postgres'), async (db) => {
    for (;;) {
      const { rowCount } = await db.query(`SELECT FROM pg_stat_activity
        WHERE state = 'active' AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
      if (rowCount === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const at = (i: number): number => ordered[i] ?? Number.NaN;
  const last = ordered.length - 1;
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
}

async function measureColumns(databaseUrl: string): Promise<ColumnsMeasured> {
  const script = new URL('measure-columns.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return JSON.parse(stdout) as ColumnsMeasured;
}
