/**
 * Global IDs: base64 of `Type:key`, in canonical form only; of `Type@revision:key` for a record that was
 * asked for at a revision by number. A client that keeps objects by their IDs would otherwise show what
 * an older revision says where it shows the latest.
 */

import type { InputPath } from '#src/app/lookup/input-path.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import type { Context } from './context.ts';

/** A decoded global ID. */
export interface GlobalId {
  /** Empty if the text is not a global ID. */
  readonly typename: string;
  /** What {@link nodeKey} returned. */
  readonly id: string;
}

/** Stands between revision and key: no key contains it. */
const PINNED = '\0';

/** The key of a record within its type: its own, with the revision if the question named one. */
export function nodeKey({ isPinned, revision }: CorpusSnapshot, key: string): string {
  return isPinned === true ? `${revision}${PINNED}${key}` : key;
}

/** Encodes the key of a record as a global ID. */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  const [key, revision] = String(id).split(PINNED).toReversed();
  const type = revision === undefined ? typename : `${typename}@${revision}`;
  return Buffer.from(`${type}:${key}`).toString('base64');
}

/** Decodes a global ID. Never throws: `expectType` rejects invalid ones, with their input path. */
export function decodeGlobalId(globalId: string): GlobalId {
  const text = Buffer.from(globalId, 'base64').toString('utf8');
  const [, typename, revision, key] =
    /^([A-Z][A-Za-z]*)(?:@([1-9]\d{0,8}))?:([^\0]+)$/.exec(text) ?? [];
  const readable = Buffer.from(text, 'utf8').toString('base64') === globalId;
  if (!readable || !typename || !key) return { typename: '', id: globalId };
  return { typename, id: revision === undefined ? key : `${revision}${PINNED}${key}` };
}

/** Loads the records with these keys, each at its revision; null for what does not exist. */
export function loadNodes<Item>(
  ids: readonly string[],
  context: Context,
  load: (corpus: CorpusSnapshot, key: string) => Item | null | Promise<Item | null>,
): Promise<(Item | null)[]> {
  return Promise.all(
    ids.map(async (id) => {
      const [key = '', revision] = id.split(PINNED).toReversed();
      const latest = await context.latest();
      if (revision === undefined) return load(latest, key);
      if (Number(revision) > latest.revision) return null;
      return load(await context.at(Number(revision)), key);
    }),
  );
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
