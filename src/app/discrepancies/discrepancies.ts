/** Question: which accounts of an actor's stance conflict? */
import { uncertainOf } from '#src/analysis/caches/uncertain-positions.ts';
import type { ClashRule } from '#src/analysis/discrepancies/count-discrepancies.ts';
import type { DiscrepancyKind } from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import type {
  ActorRecord,
  AtRevision,
  ConditionRecord,
  CorpusSnapshot,
} from '#src/domain/corpus-snapshot.ts';
import { Failure } from '#src/domain/failure.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { actorAt, actorBySlug } from '../lookup/actors.ts';
import { codebookByName, conditionByCode } from '../lookup/codebooks.ts';
import type { PositionFilter } from '../positions/position-filter.ts';
import { selectPositions } from '../positions/select-positions.ts';
import { unsettledDocumentCount } from '../positions/unsettled-documents.ts';
import { createDiscrepancyList, type DiscrepancyList } from './discrepancy-list.ts';
import { lazy } from './lazy.ts';

/** Positions to compare, and the criteria of a discrepancy. */
export interface DiscrepanciesInput {
  /** Slug of the actor; positions of everyone who spoke for it are included. */
  readonly actor: string;
  /** Condition code within `codebook`; all of its conditions by default. */
  readonly condition?: string | null | undefined;
  /** Maximum days between the two dates as given (≥ 0); 365 by default. */
  readonly within?: number | null | undefined;
  /** Minimum levels between the two stances (1…4); 1 by default. */
  readonly atLeast?: number | null | undefined;
  /** Only pairs of one of these kinds; all by default. */
  readonly kinds?: readonly DiscrepancyKind[] | null | undefined;
  readonly codebook?: string | null | undefined;
  readonly filter?: PositionFilter | null | undefined;
}

/** Pairs of an actor's positions on one condition, close in time, whose stances differ. */
export interface Discrepancies {
  readonly query: CitableQuery;
  readonly corpus: CorpusSnapshot;
  readonly actor: AtRevision<ActorRecord>;
  readonly conditions: readonly ConditionRecord[];
  readonly within: number;
  readonly atLeast: number;
  /** Number of positions compared. */
  readonly positionCount: number;
  /** Number of those of which it is not certain that they belong to the actor. */
  readonly uncertainPartyCount: () => number;
  /** Number of documents whose codings compete for what is counted here. */
  readonly unsettledDocumentCount: () => number;
  /** The pairs, which are counted when the list is first read. Throws `BAD_INPUT` if there are too many. */
  readonly pairs: () => DiscrepancyList;
}

/** Default of `within`, in days. */
export const DEFAULT_WITHIN = 365;
/** Default of `atLeast`, in levels of the stance scale. */
export const DEFAULT_AT_LEAST = 1;

/** Compares an actor's positions with one another. Throws `UNKNOWN_…` and `BAD_INPUT` failures. */
export function discrepancies(corpus: CorpusSnapshot, input: DiscrepanciesInput): Discrepancies {
  const codebook = codebookByName(corpus, input.codebook);
  const conditions =
    typeof input.condition === 'string'
      ? [conditionByCode(codebook, input.condition, ['condition'])]
      : codebook.conditions;
  const actor = actorAt(corpus, actorBySlug(corpus, input.actor, ['actor']));
  const rule = toClashRule(input);
  const conditionIds = conditions.map(({ id }) => id);
  const within = { actors: [actor.record.id], conditions: conditionIds };
  const indices = selectPositions(corpus, input.filter, within);
  const title = (): string =>
    `Discrepancies of ${actor.record.name} on ${listNames(conditions.map((each) => each.title))}`;
  return {
    query: { corpus, codebook, title, input },
    corpus,
    actor,
    conditions,
    within: rule.within,
    atLeast: rule.atLeast,
    positionCount: indices.length,
    uncertainPartyCount: () =>
      uncertainOf(corpus.positions, () => indices, actor.record.id, corpus.partOf).length,
    unsettledDocumentCount: () => unsettledDocumentCount(corpus, codebook, input.filter, within),
    pairs: lazy(() => createDiscrepancyList(corpus, indices, conditionIds, rule)),
  };
}

function toClashRule(input: DiscrepanciesInput): ClashRule {
  const within = input.within ?? DEFAULT_WITHIN;
  const atLeast = input.atLeast ?? DEFAULT_AT_LEAST;
  if (within < 0) {
    throw new Failure('BAD_INPUT', `within is ${within}; it must be 0 days or more.`, {
      input: ['within'],
    });
  }
  if (atLeast < 1 || atLeast > 4) {
    throw new Failure('BAD_INPUT', `atLeast is ${atLeast}; it must be from 1 to 4 levels.`, {
      input: ['atLeast'],
    });
  }
  return { within, atLeast, kinds: input.kinds ?? null };
}
