/**
 * The three kinds of failure. Expected ones (bad input, a name that nobody knows, a port in use)
 * are a `Failure`, whose message is for the user; a broken assumption is an `InvariantViolation`;
 * everything else is an accident, and is masked before it reaches a client.
 */

/** What someone who asks can get wrong. The codes are promised: clients go by them. */
export const INPUT_FAILURES = {
  BAD_INPUT:
    'A value that cannot be: out of range, no day of the calendar, too long, text with a NUL or half a character in it.',
  BAD_CURSOR: 'No cursor of this list, or no longer: start again from its first page.',
  UNKNOWN_ACTOR: 'No actor has this slug.',
  UNKNOWN_DOCUMENT: 'No document has this reference.',
  UNKNOWN_CODEBOOK: 'No codebook has this slug, or not in this version.',
  UNKNOWN_CONDITION: 'The codebook has no condition of this code.',
  UNKNOWN_CODER: 'No position was coded by this coder.',
  UNKNOWN_REVISION: 'The corpus has no revision of this number.',
} as const;

export type InputFailureCode = keyof typeof INPUT_FAILURES;

export type FailureCode =
  | InputFailureCode
  | 'STORE_IN_USE'
  | 'STORE_UNREACHABLE'
  | 'STORE_INCOMPATIBLE'
  | 'STORE_FULL'
  | 'PORT_IN_USE'
  | 'CANCELLED';

export interface FailureOptions extends ErrorOptions {
  readonly input?: readonly (string | number)[];
}

/** Something that a user can mend. `message` says what is wrong, where, and what would be right. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** Where in the arguments of a field the offending input stands: `['actors', 1]`. */
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

/** Whether it is the asker's to mend, and so to be told; other failures are for whoever runs the program. */
export function isInputFailure(error: unknown): error is Failure & { code: InputFailureCode } {
  return error instanceof Failure && error.code in INPUT_FAILURES;
}

/** Throws unless `condition` holds: the program, not its user, is at fault. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) {
    throw new InvariantViolation(message);
  }
}
