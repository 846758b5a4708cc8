/**
 * Every `extensions.code` that a client can receive; schema/README.md has the same list. Errors raised
 * elsewhere with another code are mapped to one of these (normalize-errors.ts).
 */
import { INPUT_FAILURES } from '#src/domain/failure.ts';

/** Meaning of each code, for the documentation. The codes are promised. */
export const ERROR_CODES = {
  ...INPUT_FAILURES,
  GRAPHQL_PARSE_FAILED: 'Syntax error in the operation.',
  GRAPHQL_VALIDATION_FAILED: 'The operation does not match the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The request has no operation, or several without an `operationName` that selects one.',
  OPERATION_NOT_SUPPORTED: 'Mutations and subscriptions are not supported.',
  TOO_MANY_TOKENS: 'The operation has too many tokens.',
  TOO_DEEP: 'Fields or variable values are nested too deeply.',
  TOO_MANY_ALIASES: 'The operation has too many aliases, counting fragments at every spread.',
  TOO_MANY_ROOT_FIELDS: 'The operation has too many root fields.',
  TOO_MANY_DIRECTIVES: 'The operation has too many directives, counting fragments at every spread.',
  RESPONSE_TOO_LARGE: 'The result is too large.',
  TOO_COSTLY: 'The operation exceeds the maximum cost.',
  LIST_TOO_LONG: 'A list in the arguments or variables has too many items.',
  STRING_TOO_LONG: 'A string in the arguments or variables is too long.',
  BAD_REQUEST:
    'Not a valid GraphQL-over-HTTP request: malformed JSON, a batch, or an unsupported method.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not uncompressed `application/json` in UTF-8.',
  BODY_TOO_LARGE: 'The request body is too large.',
  TOO_MANY_REQUESTS: 'This client has too many requests in flight; retry later.',
  TIMEOUT: 'The request exceeded the time limit.',
  PERSISTED_QUERY_NOT_FOUND:
    'No persisted operation has this `documentId`; send the operation as `query`.',
  PERSISTED_ONLY: 'Only persisted operations are accepted; send a `documentId`.',
  STARTING: 'The server is starting; retry.',
  DRAINING: 'The server is shutting down; retry elsewhere.',
  STORE_UNREACHABLE: 'The database is unreachable; retry.',
  STORE_INCOMPATIBLE: 'The database was migrated by a newer version of the server.',
  INTERNAL_SERVER_ERROR: 'Unexpected error on the server; logged under the request id.',
} as const;

/** A code of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a value is one of the documented codes. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
