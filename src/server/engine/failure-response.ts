import { isErrorCode } from '../errors/error-codes.ts';
import { createMaskError } from '../errors/mask-error.ts';
import type { Log } from '../telemetry/log.ts';
import { errorResponse, type OperationResponse } from './operation.ts';

/** What Yoga reads from an error's extensions. */
interface HttpExtension {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns the function that logs an error outside of an execution, such as a lost database, and makes its response. */
export function createFailureResponse(
  log: Log,
): (error: unknown, requestId: string) => OperationResponse {
  const maskError = createMaskError(log);
  return (error, requestId) => {
    const { message, extensions } = maskError(error, requestId);
    const { status = 500, headers } = (extensions['http'] ?? {}) as HttpExtension;
    const { code } = extensions;
    return errorResponse(
      status,
      isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR',
      message,
      headers,
    );
  };
}
