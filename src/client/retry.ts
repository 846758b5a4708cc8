/** Sends a request, and sends it again where it failed for a reason that passes. */
import { type Answer, readAnswer } from './answer.ts';
import { type Patience, sleep } from './patience.ts';
import type { Request } from './request.ts';

export interface Delivery {
  readonly send: typeof fetch;
  readonly retries: number;
  readonly backoffMs: number;
  readonly patience: Patience;
}

interface Attempt<Data> {
  readonly answer: Answer<Data>;
  /** Null if no response came. */
  readonly status: number | null;
  readonly retryAfter: string | null;
}

/** Statuses that pass: too many requests, bad gateway, unavailable, gateway timeout. */
const PASSING: readonly number[] = [429, 502, 503, 504];
/** Those that say that nothing was done, so that even what is not a GET can be sent again. */
const NOT_BEGUN: readonly number[] = [429, 503];

export async function deliver<Data>(request: Request, delivery: Delivery): Promise<Answer<Data>> {
  const { retries, backoffMs, patience } = delivery;
  for (let sent = 1; ; sent += 1) {
    const attempt = await send<Data>(request, delivery);
    if (sent > retries || !passes(request, attempt)) return attempt.answer;
    const waitMs = retryAfterMs(attempt.retryAfter) ?? backoff(backoffMs, sent);
    // Whoever asks has longer use for what the server says than for a timeout.
    if (waitMs >= patience.leftMs()) return attempt.answer;
    await sleep(waitMs, patience.signal);
  }
}

async function send<Data>(
  { url, ...request }: Request,
  { send: fetch, patience }: Delivery,
): Promise<Attempt<Data>> {
  try {
    const response = await fetch(url, { ...request, signal: patience.signal });
    const answer = readAnswer<Data>(response, await response.text());
    const retryAfter = response.headers.get('retry-after');
    return { answer, status: response.status, retryAfter };
  } catch (cause) {
    const answer = patience.signal.aborted
      ? patience.outcome()
      : ({ kind: 'network', cause } as const);
    return { answer, status: null, retryAfter: null };
  }
}

function passes({ method }: Request, { answer, status }: Attempt<unknown>): boolean {
  if (status === null) return answer.kind === 'network' && method === 'GET';
  return (method === 'GET' ? PASSING : NOT_BEGUN).includes(status);
}

/** Twice as long each time, and by chance up to half shorter, so that clients do not come all at once. */
function backoff(backoffMs: number, sent: number): number {
  return backoffMs * 2 ** (sent - 1) * (1 - Math.random() / 2);
}

/** The wait that a server asks for, in seconds or as a date (RFC 9110, 10.2.3); null if it asks none. */
function retryAfterMs(header: string | null): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
