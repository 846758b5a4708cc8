/**
 * Every `extensions.code` that a client can get; schema/README.md has the same list. What is thrown
 * elsewhere with another code leaves with one of these (answer-errors.ts).
 */
import { type ASTNode, GraphQLError } from 'graphql';
import { INPUT_FAILURES } from '#src/domain/failure.ts';

export const ERROR_CODES = {
  ...INPUT_FAILURES,
  GRAPHQL_PARSE_FAILED: 'The operation is no GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The operation asks for what the schema does not have.',
  OPERATION_RESOLUTION_FAILURE: 'There is no operation, or it is not clear which one is meant.',
  OPERATION_NOT_SUPPORTED: 'A mutation or a subscription: there are none.',
  TOO_MANY_TOKENS: 'The operation has too many words and signs.',
  TOO_DEEP: 'Fields stand within too many fields, or variables within variables.',
  TOO_MANY_ALIASES: 'The operation has too many aliases, fragments written out.',
  TOO_MANY_ROOT_FIELDS: 'The operation has too many fields at its root.',
  TOO_MANY_DIRECTIVES: 'The operation has too many directives.',
  TOO_COSTLY: 'The answer could have too many values.',
  LIST_TOO_LONG: 'A list among the arguments or variables has too many items.',
  BAD_REQUEST: 'The request is not one of GraphQL over HTTP: no JSON, a batch, another method.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not `application/json` in UTF-8, uncompressed.',
  BODY_TOO_LARGE: 'The body has too many bytes.',
  TOO_MANY_REQUESTS: 'Too many requests of this client are under way: try again.',
  TIMEOUT: 'The answer took too long, and was given up.',
  PERSISTED_QUERY_NOT_FOUND: 'No operation of this server has this documentId: send its text.',
  PERSISTED_ONLY: 'This server answers its own operations alone, by their documentId.',
  STARTING: 'The server is starting: try again.',
  DRAINING: 'The server is ending: ask another one, or this one when it is back.',
  STORE_UNREACHABLE: 'The database is out of reach at the moment: try again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong here, not in the request. It has been logged.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

interface RefusalOptions {
  /** Of HTTP. Without one it is 400, and 200 for clients that accept application/json alone. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where in the operation. */
  readonly nodes?: ASTNode | readonly ASTNode[];
  /** Where in the variables or arguments. */
  readonly input?: readonly (string | number)[];
}

/** A request that is not answered: `message` says what is wrong and what would be right. */
export function refusal(
  code: ErrorCode,
  message: string,
  { status, headers, nodes, input }: RefusalOptions = {},
): GraphQLError {
  const http = status === undefined ? { status: 400, spec: true } : { status };
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { code, ...(input && { input }), http: { ...http, ...(headers && { headers }) } },
  });
}

/** As people write numbers: 1,000,000. */
export function inWords(number: number): string {
  return number.toLocaleString('en');
}
