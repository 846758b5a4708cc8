/**
 * Looks for the request that harms most: composes large requests within the limits, and climbs towards
 * those that take the most time, return the most bytes, or delay others the longest. WORST_STEPS sets
 * the number of requests, FUZZ_SEED the seed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import {
  endServerProcess,
  type ServerProcess,
  startServerProcess,
} from '#test/end-to-end/server-process.ts';
import type { Answer } from '#test/support/corpus.ts';
import { usePlaces } from '#test/support/place.ts';
import { MOST, percentile, pollHealth, residentMegabytes } from '#test/support/watch-server.ts';
import { knownValues } from './known-values.ts';
import { type Draw, drawLargeRequest, type Known, type Request } from './operations.ts';

const STEPS = Number(process.env['WORST_STEPS'] ?? 1000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const GENES = 300;
const MAX_BYTES = 20_000_000;
const TIME_LIMIT_MS = 30_000;

/** What a request did. */
interface Harm {
  readonly milliseconds: number;
  readonly bytes: number;
  /** The longest that another client waited meanwhile, in milliseconds. */
  readonly delay: number;
}
interface Find extends Harm {
  readonly genes: readonly number[];
  readonly request: Request;
}
const AIMS = ['milliseconds', 'bytes', 'delay'] as const;

describe(`the worst of ${STEPS} large requests (FUZZ_SEED=${SEED})`, () => {
  const newPlace = usePlaces();
  let server: ServerProcess;
  let health: ReturnType<typeof pollHealth>;
  let known: Known;
  const worst = new Map<(typeof AIMS)[number], Find>();
  const delays: number[] = [];
  let succeeded = 0;

  beforeAll(async () => {
    const place = await newPlace('seeded');
    server = await startServerProcess({ ...place.environment, NODE_ENV: 'production' });
    known = await knownValues(
      async (query) => (await post({ query, variables: {} })).json() as Promise<Answer>,
    );
    health = pollHealth(server.url);
  });
  afterAll(async () => {
    await health.end();
    await endServerProcess(server, 'SIGTERM');
  });

  const post = (request: Request): Promise<Response> =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(request),
    });

  async function tryGenes(genes: readonly number[]): Promise<Find> {
    let at = 0;
    const draw: Draw = (below) => (genes[at++ % genes.length] ?? 0) % below;
    const request = drawLargeRequest(schema, known, draw);
    const started = performance.now();
    const response = await post(request);
    const text = await response.text();
    const milliseconds = performance.now() - started;
    const waits = await health.take();
    delays.push(...waits);
    const failure = (what: string) => new Error(`${what}: ${text.slice(0, 500)}\n${request.query}`);
    if (response.status >= 500 && response.status !== 504)
      throw failure(`status ${response.status}`);
    if (milliseconds > TIME_LIMIT_MS + 2000) throw failure(`${milliseconds} ms`);
    if (text.length > MAX_BYTES) throw failure(`${text.length} characters`);
    if (response.status === 200) succeeded += 1;
    return { genes, request, milliseconds, bytes: text.length, delay: waits.at(-1) ?? 0 };
  }

  it('stays within the limits, and delays no other client', async () => {
    const chance = random(SEED);
    const below = (limit: number): number => Math.floor(chance() * limit);
    const newGenes = (): number[] => Array.from({ length: GENES }, () => below(2 ** 30));
    const { pid = 0 } = server.process;
    let warm = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const aim = AIMS[step % AIMS.length] ?? 'milliseconds';
      const best = worst.get(aim);
      const genes =
        best === undefined || below(5) === 0
          ? newGenes()
          : best.genes.map((gene) => (below(40) === 0 ? below(2 ** 30) : gene));
      const find = await tryGenes(genes);
      for (const each of AIMS)
        if (find[each] > (worst.get(each)?.[each] ?? -1)) worst.set(each, find);
      if (step === Math.floor(STEPS / 2)) warm = await idleMegabytes(pid);
    }
    for (const aim of AIMS) {
      const { milliseconds, bytes, delay, request } = worst.get(aim) as Find;
      console.log(
        `most ${aim}: ${Math.round(milliseconds)} ms, ${bytes} bytes, delay ${Math.round(delay)} ms\n${request.query.slice(0, 1500)}\n${JSON.stringify(request.variables).slice(0, 500)}`,
      );
    }
    delays.sort((a, b) => a - b);
    const [p99, most] = [percentile(delays, 0.99), delays.at(-1) ?? 0];
    const after = await idleMegabytes(pid);
    console.log(
      `/health: ${delays.length} times, p99 ${p99.toFixed(1)} ms, at most ${most.toFixed(1)} ms; memory ${warm} MB, then ${after} MB`,
    );
    console.log(`${succeeded} of ${STEPS} were executed`);
    // Otherwise the limits alone are tested.
    expect(succeeded).toBeGreaterThan(STEPS / 4);
    expect(p99).toBeLessThan(MOST.p99);
    expect(most).toBeLessThan(MOST.delay);
    expect(after).toBeLessThan(MOST.memory * warm);
  });
});

/** The thread for costly operations ends after ten seconds without work, which returns its memory. */
async function idleMegabytes(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  return residentMegabytes(pid);
}

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
