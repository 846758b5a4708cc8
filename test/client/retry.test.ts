import { describe, expect, it } from 'vitest';
import { createClient } from '#src/client/client.ts';
import { TypedDocumentString } from '#src/client/generated/graphql.ts';
import { type Asked, scripted } from './scripted-server.ts';

const TEXT = '{ revisions { totalCount } }';
const BY_GET = new TypedDocumentString<object, object>(TEXT, { hash: 'cd'.repeat(32) });
const BY_POST = new TypedDocumentString<object, object>(TEXT);
const DATA = { revisions: { totalCount: 1 } };
const FOUND = { body: { data: DATA } };
const busy = (status: number, retryAfter?: string) => ({
  status,
  ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
});
/** No waiting where the server asks for none. */
const QUICK = { backoffMs: 1 };
const between = ([first, second]: readonly Asked[]): number => (second?.at ?? 0) - (first?.at ?? 0);

describe('a request that failed for a passing reason', () => {
  it.each([429, 502, 503, 504])('is sent again until it is answered: %d', async (status) => {
    const { url, asked } = await scripted(busy(status), busy(status), FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'data', data: DATA });
    expect(asked).toHaveLength(3);
  });

  it.each(['cut', 'half'] as const)('is sent again when the connection is %s', async (scene) => {
    const { url, asked } = await scripted(scene, FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(asked).toHaveLength(2);
  });

  it('waits as many seconds as the server asks', async () => {
    const { url, asked } = await scripted(busy(429, '1'), FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(between(asked)).toBeGreaterThanOrEqual(990);
    expect(between(asked)).toBeLessThan(3000);
  });

  it('waits until the time that the server names', async () => {
    const time = Math.ceil(Date.now() / 1000) * 1000 + 1000;
    const { url, asked } = await scripted(busy(503, new Date(time).toUTCString()), FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

    expect(answer.kind).toBe('data');
    expect(asked[1]?.at).toBeGreaterThanOrEqual(time - 10);
    expect(asked[1]?.at).toBeLessThan(time + 2000);
  });

  it.each(['soon', '-5', '1.5', ''])(
    'waits its own time if the server asks for "%s"',
    async (text) => {
      const { url, asked } = await scripted(busy(503, text), FOUND);

      const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

      expect(answer.kind).toBe('data');
      expect(between(asked)).toBeLessThan(500);
    },
  );

  it('waits longer each time', async () => {
    const { url, asked } = await scripted(busy(503));

    await createClient({ url, retries: 3, backoffMs: 100 }).ask(BY_GET);

    const waits = asked.slice(1).map(({ at }, i) => at - (asked[i]?.at ?? 0));
    expect(waits).toHaveLength(3);
    for (const [i, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(50 * 2 ** i - 2);
      expect(wait).toBeLessThan(100 * 2 ** i + 200);
    }
  });

  it('is given up after as many times as it may be sent again, with what came last', async () => {
    const { url, asked } = await scripted(busy(503), { status: 503, body: 'Overloaded' });

    const answer = await createClient({ url, retries: 2, ...QUICK }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status: 503, body: 'Overloaded' });
    expect(asked).toHaveLength(3);
  });

  it.each([
    [429, 2],
    [503, 2],
    [502, 1],
    [504, 1],
  ])('by POST is sent again only where nothing was begun: %d', async (status, times) => {
    const { url, asked } = await scripted(busy(status), FOUND);

    await createClient({ url, ...QUICK }).ask(BY_POST);

    expect(asked).toHaveLength(times);
  });

  it('by POST is not sent again when the connection is cut', async () => {
    const { url, asked } = await scripted('cut', FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_POST);

    expect(answer.kind).toBe('network');
    expect(asked).toHaveLength(1);
  });

  it.each([400, 403, 404, 500])('for another reason is not sent again: %d', async (status) => {
    const { url, asked } = await scripted(busy(status), FOUND);

    const answer = await createClient({ url, ...QUICK }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status, body: '' });
    expect(asked).toHaveLength(1);
  });
});

describe('patience', () => {
  it('ends when the time is up', async () => {
    const { url } = await scripted('silence');
    const start = Date.now();

    const answer = await createClient({ url, timeoutMs: 100 }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'timeout', afterMs: 100 });
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('can be another for one question', async () => {
    const { url } = await scripted('silence');

    const answer = await createClient({ url }).ask(BY_GET, {}, { timeoutMs: 50 });

    expect(answer).toEqual({ kind: 'timeout', afterMs: 50 });
  });

  it('is not spent on waiting in vain: the answer comes at once', async () => {
    const { url, asked } = await scripted({ ...busy(429, '60'), body: 'Later' });
    const start = Date.now();

    const answer = await createClient({ url, timeoutMs: 5000 }).ask(BY_GET);

    expect(answer).toEqual({ kind: 'http', status: 429, body: 'Later' });
    expect(asked).toHaveLength(1);
    expect(Date.now() - start).toBeLessThan(2000);
  });

  it('ends when the asker gives up, before, during and between requests', async () => {
    const silent = await scripted('silence');
    const refusing = await scripted(busy(503, '5'));
    const reason = new Error('the page was left');
    const giveUp = (afterMs: number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), afterMs);
      return controller.signal;
    };
    const start = Date.now();

    const answers = await Promise.all([
      createClient(silent).ask(BY_POST, {}, { signal: AbortSignal.abort(reason) }),
      createClient(silent).ask(BY_GET, {}, { signal: giveUp(100) }),
      createClient(refusing).ask(BY_GET, {}, { signal: giveUp(100) }),
    ]);

    for (const answer of answers) expect(answer).toEqual({ kind: 'aborted', reason });
    expect(Date.now() - start).toBeLessThan(2000);
    expect(silent.asked.map(({ method }) => method)).toEqual(['GET']);
    expect(refusing.asked).toHaveLength(1);
  });
});
