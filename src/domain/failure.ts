/**
 * The three kinds of failure. Expected ones (bad input, a name that nobody knows, a port in use)
 * are a `Failure`, whose message is for the user; a broken assumption is an `InvariantViolation`;
 * everything else is an accident, and is masked before it reaches a client.
 */

export type FailureCode =
  | 'BAD_INPUT'
  | 'UNKNOWN_ACTOR'
  | 'UNKNOWN_DOCUMENT'
  | 'UNKNOWN_CODEBOOK'
  | 'UNKNOWN_CONDITION'
  | 'UNKNOWN_CODER'
  | 'UNKNOWN_REVISION'
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

/** Throws unless `condition` holds: the program, not its user, is at fault. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) {
    throw new InvariantViolation(message);
  }
}
