/** Limits on the variables of an operation, checked before anything else reads them. */
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../config/config.ts';
import { formatNumber } from '../errors/format-number.ts';
import { requestError } from '../errors/request-error.ts';
import { validateText } from './text-validation.ts';

/** Rejects variables with too many levels, a list that is too long, or an invalid text. */
export function useVariableLimits(limits: Limits): Plugin {
  return {
    onParams: ({ params }) => {
      const { variables } = params;
      if (typeof variables === 'object' && variables !== null) assertVariables(variables, limits);
    },
  };
}

interface Entry {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Entry | null;
  readonly depth: number;
}

/** Iterative: recursion would overflow the stack on deeply nested values. */
function assertVariables(variables: object, limits: Limits): void {
  const stack: Entry[] = [{ value: variables, key: 'variables', parent: null, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, depth } = entry;
    if (typeof value === 'string') assertText(value, entry, limits.string);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.depth) {
      const message = `Variables are nested too deeply; the maximum is ${limits.depth} levels.`;
      throw requestError('TOO_DEEP', message, { input: pathTo(entry).slice(0, 3) });
    }
    if (Array.isArray(value) && value.length > limits.list) {
      const message = `${pathTo(entry).join('.')} has ${formatNumber(value.length)} items; the maximum is ${formatNumber(limits.list)}. Split it into several requests.`;
      throw requestError('LIST_TOO_LONG', message, { input: pathTo(entry) });
    }
    for (const [key, item] of Object.entries(value)) {
      const index = Array.isArray(value) ? Number(key) : key;
      stack.push({ value: item, key: index, parent: entry, depth: depth + 1 });
    }
  }
}

function assertText(text: string, entry: Entry, max: number): void {
  if (text.length > max) {
    const input = pathTo(entry);
    const message = `${input.join('.')} has ${formatNumber(text.length)} characters; the maximum is ${formatNumber(max)}.`;
    throw requestError('STRING_TOO_LONG', message, { input });
  }
  const problem = validateText(text);
  if (problem === null) return;
  const path = pathTo(entry);
  throw requestError('BAD_INPUT', `${path.join('.')} contains ${problem}.`, { input: path });
}

function pathTo(entry: Entry): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Entry | null = entry; at !== null; at = at.parent) path.unshift(at.key);
  return path;
}
