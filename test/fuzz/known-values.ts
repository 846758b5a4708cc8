import type { Known } from './operations.ts';

/** Valid values by argument name: slugs, codes, ids and cursors of the corpus. */
export async function knownValues(
  query: (query: string) => Promise<{ readonly data: unknown }>,
): Promise<Known> {
  const { data } = await query(`{
    actors(first: 20) { edges { cursor } nodes { id slug name } }
    documents { edges { cursor } nodes { id reference } }
    codebooks { nodes { id } }
    positions(first: 20) { edges { cursor } nodes { id coder condition { code } } }
  }`);
  const found = new Map<string, Set<string>>();
  JSON.stringify(data, (key, value: unknown) => {
    if (typeof value === 'string') found.set(key, (found.get(key) ?? new Set()).add(value));
    return value;
  });
  const of = (key: string): readonly string[] => [...(found.get(key) ?? [])];
  return {
    id: of('id'),
    ids: of('id'),
    slug: of('slug'),
    actor: of('slug'),
    actors: of('slug'),
    reportedBy: of('slug'),
    condition: of('code'),
    conditions: of('code'),
    code: of('code'),
    reference: of('reference'),
    document: of('reference'),
    codebook: ['quartet-principles', 'quartet-principles@1'],
    after: of('cursor'),
    before: of('cursor'),
    coders: of('coder'),
    query: ['violence', 'Mashaal', '"recognise Israel"', ...of('name')],
  };
}
