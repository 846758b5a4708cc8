import { Failure } from '#src/domain/failure.ts';

/** Arguments that say whose positions are asked for: `actors` or `groupBy`, or `of`, which is one of them. */
interface WhoseArguments {
  readonly of?: object | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
  readonly groupBy?: string | null | undefined;
}

/** The arguments with what `of` chooses in its place, so that a question is the same in either form. */
export function chosenActors<Args extends WhoseArguments>(given: Args): Omit<Args, 'of'> {
  const { of, ...args } = given;
  if (!of) return args;
  if (!given.actors && !given.groupBy) return { ...args, ...of };
  throw new Failure('BAD_INPUT', 'Give of, or else actors or groupBy, not both.', {
    input: ['of'],
  });
}
