import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/index.ts';
import { useCorpus } from '#test/support/corpus.ts';
import { createTestHandler, type TestHandler } from '#test/support/handler.ts';
import { knownValues } from './known-values.ts';
import { type Draw, drawRequest, type Request } from './operations.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] || 1_000_000);
const SEED = Number(process.env['FUZZ_SEED'] || Date.now() % 2 ** 31);
/** Concurrent requests: the database serves one while another is parsed. */
const CONCURRENCY = 10;
/** A hundred times as long as the example queries take. */
const TIMEOUT_MS = 10_000;
/** No request may cause this code. */
const SERVER_FAULT = 'INTERNAL_SERVER_ERROR';

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

describe(`${RUNS} generated requests (FUZZ_SEED=${SEED})`, () => {
  const corpus = useCorpus();

  it('all get a response in time, and none an internal error', async () => {
    const handler = createTestHandler(corpus.store);
    const known = await knownValues(corpus.ask);
    const tally = { succeeded: 0, partial: 0, rejected: 0 };
    let done = 0;

    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.nat())), async (numbers) => {
        const draw: Draw = (below) => (numbers.next().value as number) % below;
        const requests = Array.from({ length: CONCURRENCY }, () =>
          drawRequest(schema, known, draw),
        );
        const kinds = await Promise.all(requests.map((request) => sendAndCheck(handler, request)));
        for (const kind of kinds) tally[kind] += 1;
        done += CONCURRENCY;
        if (done % 10_000 === 0) console.log(`${done} of ${RUNS}`, JSON.stringify(tally));
      }),
      { numRuns: RUNS / CONCURRENCY, seed: SEED, endOnFailure: true },
    );

    // Otherwise most requests would test only the parser.
    expect(tally.succeeded).toBeGreaterThan(RUNS / 10);
    expect(tally.rejected).toBeGreaterThan(RUNS / 10);
  });
});

async function sendAndCheck(
  handler: TestHandler,
  request: Request,
): Promise<'succeeded' | 'partial' | 'rejected'> {
  const pending = handler.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const response = await within(Promise.resolve(pending), request);
  const text = await response.text();
  const failure = (what: string) =>
    new Error(`${what}: ${text.slice(0, 2000)}\n${JSON.stringify(request)}`);
  if (response.status >= 500) throw failure(`status ${response.status}`);
  const { data, errors } = JSON.parse(text) as Result;
  if (data === undefined && !errors?.length) throw failure('neither data nor errors');
  for (const { message, extensions } of errors ?? []) {
    if (extensions?.code === SERVER_FAULT) throw failure('internal error');
    if (/prisma|postgres|\bSQL\b|node_modules|\/src\/|\bat .+:\d+:\d+/i.test(message))
      throw failure('a message with internal details');
  }
  if (data === undefined || data === null) return 'rejected';
  return errors === undefined ? 'succeeded' : 'partial';
}

async function within<Value>(promise: Promise<Value>, request: Request): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    const fail = () =>
      reject(new Error(`no response in ${TIMEOUT_MS} ms: ${JSON.stringify(request)}`));
    timer = setTimeout(fail, TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
