import { describe, expect, it } from 'vitest';
import { createClient } from '#src/client/client.ts';
import { TypedDocumentString } from '#src/client/generated/graphql.ts';
import { type ReceivedRequest, scripted } from './scripted-server.ts';

const TEXT = '{ revisions { totalCount } }';
const BY_GET = new TypedDocumentString<object, object>(TEXT, { hash: 'cd'.repeat(32) });
const BY_POST = new TypedDocumentString<object, object>(TEXT);
const DATA = { revisions: { totalCount: 1 } };
const SUCCESS = { body: { data: DATA } };
const busy = (status: number, retryAfter?: string) => ({
  status,
  ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
});
/** Retries almost without delay. */
const FAST_RETRIES = { backoffMs: 1 };
const delayBetween = ([first, second]: readonly ReceivedRequest[]): number =>
  (second?.at ?? 0) - (first?.at ?? 0);

describe('a retry of the client', () => {
  it.each([429, 502, 503, 504])(
    'follows a transient status until there is data: %d',
    async (status) => {
      const { url, requests } = await scripted(busy(status), busy(status), SUCCESS);

      const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

      expect(answer).toEqual({ kind: 'data', data: DATA });
      expect(requests).toHaveLength(3);
    },
  );

  it.each(['cut', 'half'] as const)('follows a GET whose connection fails: %s', async (scene) => {
    const { url, requests } = await scripted(scene, SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(requests).toHaveLength(2);
  });

  it('waits for the seconds of Retry-After', async () => {
    const { url, requests } = await scripted(busy(429, '1'), SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(delayBetween(requests)).toBeGreaterThanOrEqual(990);
    expect(delayBetween(requests)).toBeLessThan(3000);
  });

  it('waits until the date of Retry-After', async () => {
    const time = Math.ceil(Date.now() / 1000) * 1000 + 1000;
    const { url, requests } = await scripted(busy(503, new Date(time).toUTCString()), SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(requests[1]?.at).toBeGreaterThanOrEqual(time - 10);
    expect(requests[1]?.at).toBeLessThan(time + 2000);
  });

  it.each(['soon', '-5', '1.5', ''])('uses its own delay if Retry-After is "%s"', async (text) => {
    const { url, requests } = await scripted(busy(503, text), SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(delayBetween(requests)).toBeLessThan(500);
  });

  it('waits longer with each attempt', async () => {
    const { url, requests } = await scripted(busy(503));

    await createClient({ url, retries: 3, backoffMs: 100 }).ask(BY_GET);

    const waits = requests.slice(1).map(({ at }, i) => at - (requests[i]?.at ?? 0));
    expect(waits).toHaveLength(3);
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(50 * 2 ** i - 2);
      expect(wait).toBeLessThan(100 * 2 ** i + 200);
    }
  });

  it('stops at the maximum, and the last answer is returned', async () => {
    const { url, requests } = await scripted(busy(503), { status: 503, body: 'Overloaded' });

    const answer = await createClient({ url, retries: 2, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status: 503, body: 'Overloaded' });
    expect(requests).toHaveLength(3);
  });

  it.each([
    [429, 2],
    [503, 2],
    [502, 1],
    [504, 1],
  ])('follows a POST only if the operation was not executed: %d', async (status, times) => {
    const { url, requests } = await scripted(busy(status), SUCCESS);

    await createClient({ url, ...FAST_RETRIES }).ask(BY_POST);

    expect(requests).toHaveLength(times);
  });

  it('does not follow a POST whose connection is cut', async () => {
    const { url, requests } = await scripted('cut', SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_POST);

    expect(answer.kind).toBe('network');
    expect(requests).toHaveLength(1);
  });

  it.each([400, 403, 404, 500])('does not follow a permanent status: %d', async (status) => {
    const { url, requests } = await scripted(busy(status), SUCCESS);

    const answer = await createClient({ url, ...FAST_RETRIES }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status, body: '' });
    expect(requests).toHaveLength(1);
  });
});

describe('the deadline of client.ask', () => {
  it('returns `timeout` after timeoutMs', async () => {
    const { url } = await scripted('silence');
    const start = Date.now();

    const answer = await createClient({ url, timeoutMs: 100 }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'timeout', afterMs: 100 });
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('can be set for one operation', async () => {
    const { url } = await scripted('silence');

    const answer = await createClient({ url }).ask(BY_GET, {}, { timeoutMs: 50 });

    expect(answer).toEqual({ kind: 'timeout', afterMs: 50 });
  });

  it('skips a retry that would start after it', async () => {
    const { url, requests } = await scripted({ ...busy(429, '60'), body: 'Later' });
    const start = Date.now();

    const answer = await createClient({ url, timeoutMs: 5000 }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status: 429, body: 'Later' });
    expect(requests).toHaveLength(1);
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('returns `aborted` if the signal fires before, during or between requests', async () => {
    const silent = await scripted('silence');
    const refusing = await scripted(busy(503, '5'));
    const reason = new Error('the page was left');
    const abortAfter = (afterMs: number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), afterMs);
      return controller.signal;
    };
    const start = Date.now();

    const answers = await Promise.all([
      createClient(silent).ask(BY_POST, {}, { signal: AbortSignal.abort(reason) }),
      createClient(silent).ask(BY_GET, {}, { signal: abortAfter(100) }),
      createClient(refusing).ask(BY_GET, {}, { signal: abortAfter(100) }),
    ]);

    for (const answer of answers) expect(answer).toEqual({ kind: 'aborted', reason });
    expect(Date.now() - start).toBeLessThan(2000);
    expect(silent.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(refusing.requests).toHaveLength(1);
  });
});
