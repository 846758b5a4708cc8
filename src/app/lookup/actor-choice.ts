import { Failure } from '#src/domain/failure.ts';

/** The two ways of choosing actors: `actors` or `groupBy`, or the same choice as the one-of input `of`. */
interface ActorChoice {
  readonly of?: object | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
  readonly groupBy?: string | null | undefined;
}

/** The input with the fields of `of` in its place, so that a question is the same in either form. Throws `BAD_INPUT` for both. */
export function withActorChoice<Input extends ActorChoice>(input: Input): Omit<Input, 'of'> {
  const { of, ...rest } = input;
  if (!of) return rest;
  if (!input.actors && !input.groupBy) return { ...rest, ...of };
  throw new Failure('BAD_INPUT', 'Give either `of`, or `actors` or `groupBy`; not both.', {
    input: ['of'],
  });
}
