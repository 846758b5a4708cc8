/** Sends a request and retries it after transient failures. */
import type { Request } from './build-request.ts';
import { type Deadline, sleep } from './deadline.ts';
import { type Answer, parseResponse } from './parse-response.ts';

/** How a request is sent and retried. */
export interface SendOptions {
  readonly fetch: typeof fetch;
  readonly retries: number;
  readonly backoffMs: number;
  readonly deadline: Deadline;
}

interface Attempt<Data> {
  readonly answer: Answer<Data>;
  /** Null if there was no response. */
  readonly status: number | null;
  readonly retryAfter: string | null;
}

/** Too many requests, bad gateway, service unavailable, gateway timeout. */
const TRANSIENT_STATUSES: readonly number[] = [429, 502, 503, 504];
/** Statuses that imply that the operation was not executed, so that a POST can be repeated. */
const NOT_EXECUTED_STATUSES: readonly number[] = [429, 503];

/** Returns the first conclusive answer, or the last one once retries or time are used up. */
export async function sendWithRetries<Data>(
  request: Request,
  options: SendOptions,
): Promise<Answer<Data>> {
  const { retries, backoffMs, deadline } = options;
  for (let attempts = 1; ; attempts += 1) {
    const attempt = await send<Data>(request, options);
    if (attempts > retries || !isTransient(request, attempt)) return attempt.answer;
    const waitMs = retryAfterMs(attempt.retryAfter) ?? backoff(backoffMs, attempts);
    // The server's answer is more useful to the caller than a timeout.
    if (waitMs >= deadline.remainingMs()) return attempt.answer;
    await sleep(waitMs, deadline.signal);
  }
}

async function send<Data>(
  { url, ...request }: Request,
  { fetch, deadline }: SendOptions,
): Promise<Attempt<Data>> {
  try {
    const response = await fetch(url, { ...request, signal: deadline.signal });
    const answer = parseResponse<Data>(response, await response.text());
    const retryAfter = response.headers.get('retry-after');
    return { answer, status: response.status, retryAfter };
  } catch (cause) {
    const answer = deadline.signal.aborted
      ? deadline.outcome()
      : ({ kind: 'network', cause } as const);
    return { answer, status: null, retryAfter: null };
  }
}

function isTransient({ method }: Request, { answer, status }: Attempt<unknown>): boolean {
  if (status === null) return answer.kind === 'network' && method === 'GET';
  return (method === 'GET' ? TRANSIENT_STATUSES : NOT_EXECUTED_STATUSES).includes(status);
}

/** Exponential backoff with jitter: 50 % to 100 % of the doubled delay, so that clients do not synchronise. */
function backoff(backoffMs: number, attempts: number): number {
  return backoffMs * 2 ** (attempts - 1) * (1 - Math.random() / 2);
}

/** Milliseconds of a `Retry-After` header, in seconds or as a date (RFC 9110, 10.2.3); null if invalid or absent. */
function retryAfterMs(header: string | null): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
