import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import { createHandler } from '#src/server/create-handler.ts';
import { useCorpus } from '#test/support/corpus.ts';
import { type Draw, drawRequest, type Known, type Request } from './operations.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] || 1_000_000);
const SEED = Number(process.env['FUZZ_SEED'] || Date.now() % 2 ** 31);
/** Requests under way at once: the database works for one while another is parsed. */
const AT_ONCE = 10;
/** The example queries take a hundredth of it. */
const PATIENCE_MS = 10_000;
/** What a client is told when something went wrong here: never, whatever it sends. */
const OURS = 'INTERNAL_SERVER_ERROR';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

describe(`${RUNS} made-up requests (FUZZ_SEED=${SEED})`, () => {
  const corpus = useCorpus();

  it('are all answered in time, and none with a fault of ours', async () => {
    const handler = createHandler(corpus.store);
    const known = await knownValues(corpus.ask);
    const tally = { answered: 0, partly: 0, refused: 0 };
    let done = 0;

    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.nat())), async (numbers) => {
        const draw: Draw = (below) => (numbers.next().value as number) % below;
        const requests = Array.from({ length: AT_ONCE }, () => drawRequest(schema, known, draw));
        const kinds = await Promise.all(requests.map((request) => askAndJudge(handler, request)));
        for (const kind of kinds) tally[kind] += 1;
        done += AT_ONCE;
        if (done % 10_000 === 0) console.log(`${done} of ${RUNS}`, JSON.stringify(tally));
      }),
      { numRuns: RUNS / AT_ONCE, seed: SEED, endOnFailure: true },
    );

    // What is never answered tries nothing but the parser.
    expect(tally.answered).toBeGreaterThan(RUNS / 10);
    expect(tally.refused).toBeGreaterThan(RUNS / 10);
  });
});

async function askAndJudge(
  handler: ReturnType<typeof createHandler>,
  request: Request,
): Promise<'answered' | 'partly' | 'refused'> {
  const asked = handler.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const response = await within(Promise.resolve(asked), request);
  const text = await response.text();
  const wrong = (what: string) =>
    new Error(`${what}: ${text.slice(0, 2000)}\n${JSON.stringify(request)}`);
  if (response.status >= 500) throw wrong(`answered ${response.status}`);
  const { data, errors } = JSON.parse(text) as Answer;
  if (data === undefined && !errors?.length) throw wrong('neither data nor errors');
  for (const { message, extensions } of errors ?? []) {
    if (extensions?.code === OURS) throw wrong('a fault of ours');
    if (/prisma|postgres|\bSQL\b|node_modules|\/src\/|\bat .+:\d+:\d+/i.test(message))
      throw wrong('a message that tells too much');
  }
  if (data === undefined || data === null) return 'refused';
  return errors === undefined ? 'answered' : 'partly';
}

async function within<Value>(promise: Promise<Value>, request: Request): Promise<Value> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    const fail = () =>
      reject(new Error(`no answer in ${PATIENCE_MS} ms: ${JSON.stringify(request)}`));
    late = setTimeout(fail, PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(late);
  }
}

/** What an argument of a name takes: slugs, codes, ids and cursors of the corpus. */
async function knownValues(
  ask: (query: string) => Promise<{ readonly data: unknown }>,
): Promise<Known> {
  const { data } = await ask(`{
    actors(first: 20) { edges { cursor } nodes { id slug name } }
    documents { edges { cursor } nodes { id reference } }
    codebooks { nodes { id } }
    positions(first: 20) { edges { cursor } nodes { id coder condition { code } } }
  }`);
  const found = new Map<string, Set<string>>();
  JSON.stringify(data, (key, value: unknown) => {
    if (typeof value === 'string') found.set(key, (found.get(key) ?? new Set()).add(value));
    return value;
  });
  const of = (key: string): readonly string[] => [...(found.get(key) ?? [])];
  return {
    id: of('id'),
    ids: of('id'),
    slug: of('slug'),
    actor: of('slug'),
    actors: of('slug'),
    reportedBy: of('slug'),
    condition: of('code'),
    conditions: of('code'),
    code: of('code'),
    reference: of('reference'),
    document: of('reference'),
    codebook: ['quartet-principles', 'quartet-principles@1'],
    after: of('cursor'),
    before: of('cursor'),
    coders: of('coder'),
    query: ['violence', 'Mashaal', '"recognise Israel"', ...of('name')],
  };
}
