import leven from 'leven';
import type { ActorRecord } from '#src/domain/corpus-snapshot.ts';
import { nameWords } from '#src/domain/words.ts';

/** An actor that a name matches. */
export interface FoundActor {
  readonly actor: ActorRecord;
  /** The spelling that was met. */
  readonly spelling: string;
  /** 1 for the very name, less for a part of it or a likeness. */
  readonly score: number;
}

/** Shorter words differ too easily: `Gaza` is no misspelling of `Gaya`. */
const LIKENESS_FROM = 5;
const EDITS = 2;

/**
 * Actors that go by a name, in any of their spellings: the whole name, some of its words, or, if
 * nothing better is found, words that are nearly the same. Best first.
 */
export function findActors(actors: Iterable<ActorRecord>, name: string): readonly FoundActor[] {
  const wanted = nameWords(name);
  if (wanted.length === 0) return [];
  const scored = [...actors].flatMap((actor) => {
    const best = bestSpelling(actor, wanted);
    return best === null ? [] : [{ actor, ...best }];
  });
  const exact = scored.filter((found) => found.score > NEARLY);
  return (exact.length > 0 ? exact : scored).toSorted(
    (a, b) => b.score - a.score || a.actor.name.localeCompare(b.actor.name, 'en'),
  );
}

const NEARLY = 0.4;

function bestSpelling(
  actor: ActorRecord,
  wanted: readonly string[],
): { spelling: string; score: number } | null {
  let best: { spelling: string; score: number } | null = null;
  for (const spelling of [actor.name, ...actor.aliases]) {
    const score = likeness(nameWords(spelling), wanted);
    if (score > (best?.score ?? 0)) best = { spelling, score };
  }
  return best;
}

function likeness(words: readonly string[], wanted: readonly string[]): number {
  if (words.join(' ') === wanted.join(' ')) return 1;
  if (wanted.every((word) => words.includes(word)))
    return 0.5 + 0.4 * (wanted.length / words.length);
  const near = wanted.every((word) => words.some((other) => isNear(word, other)));
  return near ? NEARLY * (wanted.length / Math.max(words.length, wanted.length)) : 0;
}

function isNear(word: string, other: string): boolean {
  return (
    word === other ||
    (Math.min(word.length, other.length) >= LIKENESS_FROM && leven(word, other) <= EDITS)
  );
}
