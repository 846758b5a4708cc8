/** All that stands between a stranger and the corpus, in the order in which it is met. */
import { useAnswerErrors } from './answer-errors.ts';
import { useConcurrencyLimit } from './concurrency-limit.ts';
import type { Config } from './config.ts';
import { useCrossOrigin } from './cross-origin.ts';
import { useHiddenSuggestions } from './hide-suggestions.ts';
import { useLimits } from './limits.ts';
import { useReadRequest } from './read-request.ts';
import { useResponseHeaders } from './response-headers.ts';
import { useTimeLimit } from './time-limit.ts';
import { useVariableLimits } from './variable-limits.ts';

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
