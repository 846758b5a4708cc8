/** Global IDs: the base64 of `Type:key`, in one spelling only. */

import type { InputPath } from '#src/app/lookup/input-path.ts';
import { Failure } from '#src/domain/failure.ts';

export interface GlobalId {
  /** Empty for what is no global ID at all. */
  readonly typename: string;
  readonly id: string;
}

/** Reads a global ID. What is none is told by `expectType`, which knows where it stands. */
export function decodeGlobalId(globalId: string): GlobalId {
  const text = Buffer.from(globalId, 'base64').toString('utf8');
  const [, typename, id] = /^([A-Z]\w*):([^\0]+)$/.exec(text) ?? [];
  const readable = Buffer.from(text, 'utf8').toString('base64') === globalId;
  return readable && typename && id ? { typename, id } : { typename: '', id: globalId };
}

/** Fails unless a global ID is of one of the given types. */
export function expectType(
  { typename, id }: GlobalId,
  types: readonly string[],
  input: InputPath,
): void {
  if (types.includes(typename)) return;
  const given = typename === '' ? `"${id}" is no global ID` : `That is an ID of type ${typename}`;
  throw new Failure(
    'BAD_INPUT',
    `${given}; give the \`id\` that a query returned of type ${types.join(', ')}.`,
    { input },
  );
}
