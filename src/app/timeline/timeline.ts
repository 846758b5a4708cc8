/** Question: what are an actor's positions on a condition over time, and when did its stance shift? */
import { uncertainOf } from '#src/analysis/caches/uncertain-positions.ts';
import { type Moment, moments } from '#src/analysis/timeline/moments.ts';
import { type Shift, shifts } from '#src/analysis/timeline/shifts.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import type { CitableQuery } from '../citation/citable-query.ts';
import { actorAt, actorBySlug } from '../lookup/actors.ts';
import { codebookByName, conditionByCode } from '../lookup/codebooks.ts';
import type { PositionFilter } from '../positions/position-filter.ts';
import { selectPositions } from '../positions/select-positions.ts';
import { unsettledDocumentCount } from '../positions/unsettled-documents.ts';

/** Actor and condition of a timeline. */
export interface TimelineInput {
  /** Slug of the actor; positions of everyone who spoke for it are included. */
  readonly actor: string;
  /** Condition code within `codebook`. */
  readonly condition: string;
  readonly codebook?: string | null | undefined;
  readonly filter?: PositionFilter | null | undefined;
}

/** The positions of an actor on a condition, grouped by date. */
export interface Timeline {
  readonly query: CitableQuery;
  readonly corpus: CorpusSnapshot;
  readonly actor: AtRevision<ActorRecord>;
  readonly condition: ConditionRecord;
  /** In the order of their dates. */
  readonly moments: readonly Moment[];
  /** Number of documents whose codings compete for what is counted here. */
  readonly unsettledDocumentCount: () => number;
}

/** Groups positions by date. Throws `UNKNOWN_…` and `BAD_INPUT` failures. */
export function timeline(corpus: CorpusSnapshot, input: TimelineInput): Timeline {
  const codebook = codebookByName(corpus, input.codebook);
  const condition = conditionByCode(codebook, input.condition, ['condition']);
  const actor = actorAt(corpus, actorBySlug(corpus, input.actor, ['actor']));
  const within = { actors: [actor.record.id], conditions: [condition.id] };
  const indices = selectPositions(corpus, input.filter, within);
  const title = (): string => `Timeline of ${actor.record.name} on ${condition.title}`;
  return {
    query: { corpus, codebook, title, input },
    corpus,
    actor,
    condition,
    moments: moments(corpus.positions, indices),
    unsettledDocumentCount: () => unsettledDocumentCount(corpus, codebook, input.filter, within),
  };
}

/** Column indices of the positions, moment by moment. */
export function timelinePositions(source: Timeline): Indices {
  return Int32Array.from(source.moments.flatMap(({ indices }) => [...indices]));
}

/** Number of positions of which it is not certain that they belong to the actor. */
export function timelineUncertainCount(source: Timeline): number {
  const { corpus, actor } = source;
  const indices = (): Indices => timelinePositions(source);
  return uncertainOf(corpus.positions, indices, actor.record.id, corpus.partOf).length;
}

/** Pairs of consecutive moments whose median stances differ. */
export function timelineShifts(source: Timeline): readonly Shift[] {
  return shifts(source.moments);
}
