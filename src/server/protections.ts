/** All that stands between a stranger and the corpus, in the order in which it is met. */

import type { Config } from './config/config.ts';
import { useAnswerErrors } from './errors/error-responses.ts';
import { useHiddenSuggestions } from './errors/hide-suggestions.ts';
import { useCrossOrigin } from './http/cross-origin.ts';
import { useReadRequest } from './http/read-request.ts';
import { useResponseHeaders } from './http/response-headers.ts';
import { useConcurrencyLimit } from './limits/concurrency-limit.ts';
import { useLimits } from './limits/limit-operations.ts';
import { useTimeLimit } from './limits/time-limit.ts';
import { useVariableLimits } from './limits/variable-limits.ts';

export function protections(config: Config, pagePolicy: () => string) {
  const { limits, corsOrigins, production } = config;
  return [
    useResponseHeaders(pagePolicy),
    useCrossOrigin(corsOrigins),
    useConcurrencyLimit(limits.concurrent),
    useReadRequest(limits),
    useVariableLimits(limits),
    useTimeLimit(limits.requestMs),
    useLimits(limits),
    ...(production ? [useHiddenSuggestions()] : []),
    useAnswerErrors(),
  ];
}
