/** How large variables may be, told before anything else looks at them, whatever their types. */
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../config/config.ts';
import { inWords, refusal } from '../errors/error-codes.ts';
import { wrongWith } from './valid-text.ts';

export function useVariableLimits(limits: Limits): Plugin {
  return {
    onParams: ({ params }) => {
      const { variables } = params;
      if (typeof variables === 'object' && variables !== null)
        expectVariablesWithin(variables, limits);
    },
  };
}

interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly within: Place | null;
  readonly depth: number;
}

/** Goes down without recursion, which a value nested deeply enough would exhaust. */
function expectVariablesWithin(variables: object, limits: Limits): void {
  const places: Place[] = [{ value: variables, key: 'variables', within: null, depth: 0 }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, depth } = place;
    if (typeof value === 'string') expectText(value, place);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.depth) {
      const message = `Variables have at most ${limits.depth} levels; these have more.`;
      throw refusal('TOO_DEEP', message, { input: pathTo(place).slice(0, 3) });
    }
    if (Array.isArray(value) && value.length > limits.list) {
      const message = `The list ${pathTo(place).join('.')} has ${inWords(value.length)} items; at most ${inWords(limits.list)} are taken. Ask in several requests.`;
      throw refusal('LIST_TOO_LONG', message, { input: pathTo(place) });
    }
    for (const [key, item] of Object.entries(value)) {
      const index = Array.isArray(value) ? Number(key) : key;
      places.push({ value: item, key: index, within: place, depth: depth + 1 });
    }
  }
}

function expectText(text: string, place: Place): void {
  const wrong = wrongWith(text);
  if (wrong === null) return;
  const path = pathTo(place);
  throw refusal('BAD_INPUT', `${path.join('.')} has ${wrong}.`, { input: path });
}

function pathTo(place: Place): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Place | null = place; at !== null; at = at.within) path.unshift(at.key);
  return path;
}
