/**
 * Measures Démarche against its peers on a corpus made up for it. See README.md beside this file.
 * Progress goes to stderr, the tables to stdout.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Cluster, startCluster } from './cluster.ts';
import { fillCorpus } from './fill-corpus.ts';
import { requireWrk } from './load.ts';
import { type CorpusMeasured, measure } from './measure.ts';
import { type Explored, measureExplorer } from './measure-explorer.ts';
import { measureRepeats, type Repeated } from './measure-repeats.ts';
import { report } from './report.ts';
import { endServers } from './servers.ts';

/** Below this there are too few documents to write revisions of. */
const SMALLEST = 2000;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    positions: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'string' },
  },
});
const quick = values.quick;
const largest = wholeNumber('positions', values.positions, quick ? 10_000 : 1_000_000);
const rounds = wholeNumber('rounds', values.rounds, quick ? 1 : 3);
const seconds = wholeNumber('seconds', values.seconds, quick ? 1 : 5);
if (largest < SMALLEST) throw new Error(`--positions must be ${SMALLEST} or more.`);
const sizes = (quick ? [largest] : [largest / 100, largest / 10, largest])
  .map(Math.round)
  .filter((size) => size >= SMALLEST);

const started = performance.now();
let starting: Promise<Cluster> | null = null;

async function cleanUp(): Promise<void> {
  await endServers();
  await starting?.then((cluster) => cluster.destroy()).catch(() => {});
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

try {
  installPeers();
  await requireWrk();
  starting = startCluster();
  const cluster = await starting;
  const runs: CorpusMeasured[] = [];
  let repeated: readonly Repeated[] = [];
  let explored: Explored | null = null;
  for (const positions of sizes) {
    say(`making a corpus of ${positions} positions`);
    const corpus = await fillCorpus(cluster, positions);
    const whole = positions === largest;
    const plan = {
      rounds,
      seconds: whole ? seconds : Math.min(seconds, 3),
      connections: whole ? 8 : 1,
      profile: whole ? (values.profile ?? null) : null,
      say: (what: string) => say(`${positions}: ${what}`),
    };
    runs.push(await measure(cluster, corpus, plan));
    if (!whole) continue;
    say('answers that are kept, and held');
    repeated = await measureRepeats(corpus.url, { rounds, seconds });
    say('opening the explorer, moving its brush');
    explored = await measureExplorer(corpus.url);
  }
  console.log(report(runs, repeated, explored, versions(cluster)));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

function say(what: string): void {
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}`);
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,7}$/.test(given)) throw new Error(`--${name} is "${given}"; give a number.`);
  return Number(given);
}

/** Installs the packages of the peers beside this file, where their lock file has changed since. */
function installPeers(): void {
  const lock = new URL('package-lock.json', import.meta.url);
  const installed = new URL('node_modules/.package-lock.json', import.meta.url);
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('installing the peers');
  // Nothing that the peers need is built on installation.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: new URL('.', import.meta.url),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function versions({ version }: Cluster): Readonly<Record<string, string>> {
  const pinned = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { postgraphile = '', mercurius = '', pg = '' } = pinned.dependencies;
  return {
    Node: process.versions.node,
    PostgreSQL: version.replace(/^postgres \(PostgreSQL\) (\S+).*/, '$1'),
    PostGraphile: postgraphile,
    Mercurius: mercurius,
    pg,
  };
}
