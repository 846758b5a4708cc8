import type { Changes } from '#src/domain/changes.ts';
import { codingKey } from '#src/domain/corpus.ts';

/** What a revision changes: `2 new documents, 31 positions`. Empty if nothing. */
export function summariseChanges(changes: Changes): string {
  const { actors, affiliations, codebooks, documents, texts, positions, endedPositions } = changes;
  const coded = new Set(changes.codings.added.map((coding) => codingKey(coding)));
  const withdrawn = changes.codings.ended.filter((coding) => !coded.has(codingKey(coding)));
  return [
    count(documents.added.length, 'new document'),
    count(documents.changed.length, 'changed document'),
    count(documents.ended.length, 'withdrawn document'),
    count(texts.length, 'text'),
    count(coded.size, 'coding'),
    count(withdrawn.length, 'withdrawn coding'),
    count(positions.length, 'position'),
    count(endedPositions.length, 'withdrawn position'),
    count(actors.added.length + actors.changed.length, 'actor'),
    count(actors.ended.length, 'withdrawn actor'),
    count(affiliations.added.length + affiliations.ended.length, 'affiliation'),
    count(codebooks.added.length + codebooks.changed.length, 'codebook'),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** The message of a revision for which none was given: what it changes, and why something is withdrawn. */
export function describeChanges({
  changes,
  reasons,
}: {
  readonly changes: Changes;
  readonly reasons: readonly string[];
}): string {
  return [summariseChanges(changes), ...reasons].join('; ');
}

function count(number: number, one: string): string | null {
  return number === 0 ? null : `${number} ${number === 1 ? one : `${one}s`}`;
}
