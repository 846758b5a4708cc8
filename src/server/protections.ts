/** Everything that protects the server from hostile requests, in the order in which it applies. */

import type { Config } from './config/config.ts';
import { useHiddenSuggestions } from './errors/hide-suggestions.ts';
import { useNormalizedErrors } from './errors/normalize-errors.ts';
import { useCrossOrigin } from './http/cross-origin.ts';
import { useReadRequest } from './http/read-request.ts';
import { useResponseHeaders } from './http/response-headers.ts';
import { useConcurrencyLimit } from './limits/concurrency-limit.ts';
import { useLimits } from './limits/limit-operations.ts';
import { useResponseLimit } from './limits/response-size.ts';
import { useTimeLimit } from './limits/time-limit.ts';
import { useVariableLimits } from './limits/variable-limits.ts';

/** The plugins. */
export function protections(config: Config) {
  const { limits, corsOrigins, production } = config;
  return [
    useResponseHeaders(),
    useCrossOrigin(corsOrigins),
    useConcurrencyLimit(limits.concurrent),
    useReadRequest(limits),
    useVariableLimits(limits),
    useTimeLimit(limits.requestMs),
    useLimits(limits),
    useResponseLimit(limits.response),
    ...(production ? [useHiddenSuggestions()] : []),
    useNormalizedErrors(),
  ];
}
