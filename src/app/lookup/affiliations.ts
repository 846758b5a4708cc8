/** Affiliations of actors, and their parties. */
import { isPartyCertainOn, partyOn } from '#src/domain/affiliation.ts';
import type {
  ActorRecord,
  AffiliationRecord,
  AtRevision,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { dayNumber } from '#src/domain/dates.ts';
import { actorAt } from './actors.ts';

/** The actor's party on an ISO day: the top of its affiliations, or itself. */
export function partyAt(
  { record, corpus }: AtRevision<ActorRecord>,
  on: string,
): AtRevision<ActorRecord> {
  return actorAt(corpus, partyOn(record.id, dayNumber(on) ?? 0, corpus.partOf));
}

/** Whether the party of an actor on an ISO day is certain. */
export function isPartyCertainAt({ record, corpus }: AtRevision<ActorRecord>, on: string): boolean {
  return isPartyCertainOn(record.id, dayNumber(on) ?? 0, corpus.partOf);
}

/** Affiliations of the actor as a member; on an ISO day, or on any day for null. */
export function affiliationsOf(
  { record, corpus }: AtRevision<ActorRecord>,
  on: string | null | undefined,
): AtRevision<AffiliationRecord>[] {
  return affiliations(corpus, on, ({ memberId }) => memberId === record.id);
}

/** Affiliations of the actor's members; on an ISO day, or on any day for null. */
export function membersOf(
  { record, corpus }: AtRevision<ActorRecord>,
  on: string | null | undefined,
): AtRevision<AffiliationRecord>[] {
  return affiliations(corpus, on, ({ organisationId }) => organisationId === record.id);
}

function affiliations(
  corpus: CorpusSnapshot,
  on: string | null | undefined,
  matches: (affiliation: AffiliationRecord) => boolean,
): AtRevision<AffiliationRecord>[] {
  const day = on ? dayNumber(on) : null;
  return corpus.affiliations
    .filter(
      (affiliation) =>
        matches(affiliation) &&
        (day === null ||
          ((affiliation.startedOn ?? -Infinity) <= day &&
            day <= (affiliation.endedOn ?? Infinity))),
    )
    .map((record) => ({ record, corpus }));
}
