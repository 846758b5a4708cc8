import { Failure } from '#src/domain/failure.ts';

/** What is wrong with an input, where, and what would be right. */
export interface ImportProblem {
  readonly path: string;
  /** From 1; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly message: string;
}

const SHOWN = 50;

/** All problems in one failure, a line each, `path:line: message`; `end` states the outcome. */
export function asFailure(
  problems: readonly ImportProblem[],
  end = 'Nothing was changed.',
): Failure {
  const lines = problems
    .slice(0, SHOWN)
    .map(({ path, line, message }) => `${path}${line === null ? '' : `:${line}`}: ${message}`);
  const more = problems.length - lines.length;
  return new Failure(
    'BAD_INPUT',
    [...lines, ...(more > 0 ? [`… and ${more} more.`] : []), end].join('\n').trimEnd(),
  );
}
