/** The limit on the size of a response, checked before the result becomes text. */
import type { Plugin } from 'graphql-yoga';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';

/** Replaces results of more than `max` bytes by an error. */
export function useResponseLimit(max: number): Plugin {
  const message = `The result exceeds the maximum of ${formatNumber(max)} bytes. Request smaller pages or fewer texts, or split it into several requests.`;
  return {
    onExecute: () => ({
      onExecuteDone: ({ result, setResult }) => {
        if (exceedsBytes(result, max))
          setResult({ errors: [requestError('RESPONSE_TOO_LARGE', message)] });
      },
    }),
  };
}

/**
 * Whether a result is longer than `max` bytes of JSON. Counts strings in UTF-8 and without escapes,
 * which makes JSON only longer, and stops as soon as the maximum is exceeded.
 */
function exceedsBytes(result: unknown, max: number): boolean {
  let bytes = 0;
  const stack: unknown[] = [result];
  while (stack.length > 0 && bytes <= max) {
    const value = stack.pop();
    if (typeof value === 'string') bytes += byteLength(value) + 3;
    else if (Array.isArray(value)) for (const item of value) stack.push(item);
    else if (typeof value === 'object' && value !== null)
      for (const key in value) {
        bytes += key.length + 4;
        stack.push((value as Record<string, unknown>)[key]);
      }
    else bytes += 2;
  }
  return bytes > max;
}

/** Exact for long strings only: what is short cannot exceed much. */
function byteLength(text: string): number {
  return text.length < 100 ? text.length : Buffer.byteLength(text);
}
