import { Failure } from '#src/domain/failure.ts';

/** Choice of actors: by `actors` or `groupBy`, or by the one-of input `of`. */
interface ActorChoice {
  readonly of?: object | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
  readonly groupBy?: string | null | undefined;
}

/** The input with `of` replaced by its fields, so that both forms are equal. Throws `BAD_INPUT` if both are given. */
export function withActorChoice<Input extends ActorChoice>(input: Input): Omit<Input, 'of'> {
  const { of, ...rest } = input;
  if (!of) return rest;
  if (!input.actors && !input.groupBy) return { ...rest, ...of };
  throw new Failure('BAD_INPUT', 'Give either `of`, or `actors` or `groupBy`, not both.', {
    input: ['of'],
  });
}
