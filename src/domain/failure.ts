/** Input errors by code, with their documented meaning. Clients rely on the codes. */
export const INPUT_FAILURES = {
  BAD_INPUT:
    'Invalid value: out of range, not a calendar date, too long, or text with a NUL or an unpaired surrogate.',
  BAD_CURSOR: 'Not a cursor of this list, or out of date; request the first page again.',
  UNKNOWN_ACTOR: 'No actor has this slug.',
  UNKNOWN_DOCUMENT: 'No document has this reference.',
  UNKNOWN_CODEBOOK: 'No codebook has this slug and version.',
  UNKNOWN_CONDITION: 'The codebook has no condition with this code.',
  UNKNOWN_CODER: 'No position has this coder.',
  UNKNOWN_REVISION: 'The corpus has no revision with this number.',
} as const;

/** Code of an input error. */
export type InputFailureCode = keyof typeof INPUT_FAILURES;

/** Code of an expected failure: an input error, or a condition of the environment. */
export type FailureCode =
  | InputFailureCode
  | 'STORE_IN_USE'
  | 'STORE_UNREACHABLE'
  | 'STORE_INCOMPATIBLE'
  | 'STORE_FULL'
  | 'PORT_IN_USE'
  | 'CANCELLED';

/** The cause of a failure, and the path of the invalid input within a field's arguments. */
export interface FailureOptions extends ErrorOptions {
  readonly input?: readonly (string | number)[];
}

/**
 * An expected failure that the user can correct: invalid input, an unknown name, a port in use.
 * `message` states what is wrong, where, and what is valid. Other errors are masked before they
 * reach a client.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** Path of the invalid input within a field's arguments: `['actors', 1]`. */
  readonly input: readonly (string | number)[] | null;

  constructor(code: FailureCode, message: string, options: FailureOptions = {}) {
    super(message, options);
    this.code = code;
    this.input = options.input ?? null;
  }
}

class InvariantViolation extends Error {
  override readonly name = 'InvariantViolation';
}

/** Whether the client can correct the error; other failures concern the operator. */
export function isInputFailure(error: unknown): error is Failure & { code: InputFailureCode } {
  return error instanceof Failure && error.code in INPUT_FAILURES;
}

/** Throws `InvariantViolation`, a defect of the program, unless the condition holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) {
    throw new InvariantViolation(message);
  }
}
