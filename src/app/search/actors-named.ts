/** The actors that a query finds by name. */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { TextQuery } from '#src/domain/text-query.ts';
import { nameWords } from '#src/domain/words.ts';
import { namePhrase, spellingsOf } from './expand-names.ts';
import { type FoundActor, findActors } from './find-actors.ts';
import type { ParsedQuery, Term } from './parse-query.ts';

/** Maximum spellings of names that are similar to a query without any name. */
const MAX_SIMILAR = 64;

/** Actors whose names match a clause of the query and nothing that it excludes, best match first. */
export function actorsNamed(
  actors: CorpusSnapshot['actors'],
  query: ParsedQuery,
): readonly FoundActor[] {
  const best = new Map<number, FoundActor>();
  for (const found of query.flatMap((clause) => matchesOf(actors, clause))) {
    const known = best.get(found.actor.id);
    if (known === undefined || known.score < found.score) best.set(found.actor.id, found);
  }
  return [...best.values()].toSorted(
    (a, b) => b.score - a.score || a.actor.name.localeCompare(b.actor.name, 'en'),
  );
}

function matchesOf(
  actors: CorpusSnapshot['actors'],
  clause: readonly Term[],
): readonly FoundActor[] {
  const wanted = clause.filter(({ isExcluded }) => !isExcluded);
  const phrases = wanted.filter(({ kind }) => kind === 'phrase').map(({ text }) => text);
  const excluded = clause.filter(({ isExcluded }) => isExcluded).map(({ text }) => text);
  return findActors(actors.values(), wanted.map(({ text }) => text).join(' ')).filter(
    ({ actor }) => {
      const spellings = [actor.name, ...actor.aliases].map(runOf);
      const hasName = (text: string): boolean =>
        runOf(text) !== '  ' && spellings.some((spelling) => spelling.includes(runOf(text)));
      return phrases.every(hasName) && !excluded.some(hasName);
    },
  );
}

/** The words between blanks, so that only whole words are part of another run. */
function runOf(text: string): string {
  return ` ${nameWords(text).join(' ')} `;
}

/**
 * A query of words that are no actor's name: or the names of actors that match it in part or by similar words.
 */
export function orSimilarNames(
  tree: TextQuery,
  query: ParsedQuery,
  found: readonly FoundActor[],
): TextQuery {
  const isPlain =
    query.length === 1 && query[0]?.every(({ kind, isExcluded }) => kind === 'word' && !isExcluded);
  if (!isPlain || found.length === 0 || holdsName(tree)) return tree;
  const names = found
    .flatMap(({ actor }) => spellingsOf(actor))
    .slice(0, MAX_SIMILAR)
    .map(namePhrase);
  return { kind: 'any', of: [tree, ...names] };
}

function holdsName(tree: TextQuery): boolean {
  if (tree.kind === 'all' || tree.kind === 'any') return tree.of.some(holdsName);
  return tree.kind === 'name' || tree.kind === 'actor';
}
