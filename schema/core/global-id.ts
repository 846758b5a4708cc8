/** Global IDs: base64 of `Type:key`, in canonical form only. */

import type { InputPath } from '#src/app/lookup/input-path.ts';
import { Failure } from '#src/domain/failure.ts';

/** A decoded global ID. */
export interface GlobalId {
  /** Empty if the text is not a global ID. */
  readonly typename: string;
  readonly id: string;
}

/** Decodes a global ID. Never throws: `expectType` rejects invalid ones, with their input path. */
export function decodeGlobalId(globalId: string): GlobalId {
  const text = Buffer.from(globalId, 'base64').toString('utf8');
  const [, typename, id] = /^([A-Z]\w*):([^\0]+)$/.exec(text) ?? [];
  const readable = Buffer.from(text, 'utf8').toString('base64') === globalId;
  return readable && typename && id ? { typename, id } : { typename: '', id: globalId };
}

/** Throws `BAD_INPUT` unless the global ID is of one of the types. */
export function expectType(
  { typename, id }: GlobalId,
  types: readonly string[],
  input: InputPath,
): void {
  if (types.includes(typename)) return;
  const problem = typename === '' ? `"${id}" is not a global ID` : `The ID is of type ${typename}`;
  throw new Failure(
    'BAD_INPUT',
    `${problem}; use an \`id\` returned by a query, of type ${types.join(', ')}.`,
    { input },
  );
}
