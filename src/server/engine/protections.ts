/** Everything that protects an engine from hostile operations, in the order in which it applies. */

import type { Config } from '../config/config.ts';
import { useHiddenSuggestions } from '../errors/hide-suggestions.ts';
import { useNormalizedErrors } from '../errors/normalize-errors.ts';
import { useLimits } from '../limits/limit-operations.ts';
import { useResponseLimit } from '../limits/response-size.ts';
import { useVariableLimits } from '../limits/variable-limits.ts';
import { useReadRequest } from './read-operation.ts';

/** The plugins. */
export function protections({ limits, production }: Config) {
  return [
    useReadRequest(),
    useVariableLimits(limits),
    useLimits(limits),
    useResponseLimit(limits.response),
    ...(production ? [useHiddenSuggestions()] : []),
    useNormalizedErrors(),
  ];
}
