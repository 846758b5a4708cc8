/** Question: which positions were stated, in order of date? */
import type { CodebookRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { actorAt, actorsBySlug } from '../lookup/actors.ts';
import { codebookByName, conditionsByCode } from '../lookup/codebooks.ts';
import type { PositionFilter } from './position-filter.ts';
import { selectPositions } from './select-positions.ts';

/** Order of a list of positions, by date of statement. */
export type PositionOrder = 'STATED_ON_ASC' | 'STATED_ON_DESC';

/** Which positions to list, and in which order. */
export interface PositionsInput {
  readonly filter?: PositionFilter | null | undefined;
  /** `STATED_ON_ASC` by default. */
  readonly orderBy?: PositionOrder | null | undefined;
  /** Slugs of actors that hold the positions, or that their holders spoke for. */
  readonly actors?: readonly string[] | null | undefined;
  /** Condition codes within `codebook`. */
  readonly conditions?: readonly string[] | null | undefined;
  readonly codebook?: string | null | undefined;
  readonly conditionIds?: readonly number[];
  readonly documentId?: number;
}

/** Positions in the requested order: `indexAt(0)` is the column index of the first. */
export interface PositionList {
  readonly length: number;
  readonly indexAt: (place: number) => number;
}

/** What the citation of a list of positions names. */
export function positionsQuery(corpus: CorpusSnapshot, input: PositionsInput): CitableQuery {
  const codebook = codebookOf(corpus, input);
  return {
    corpus,
    codebook,
    input,
    title: () => {
      const actors = input.actors?.length
        ? ` of ${listNames(actorsBySlug(corpus, input.actors, ['actors']).map((id) => actorAt(corpus, id).record.name))}`
        : '';
      const conditions =
        codebook && input.conditions?.length
          ? `: ${listNames(conditionsByCode(codebook, input.conditions).map(({ title }) => title))}`
          : '';
      return `Positions${actors}${conditions}`;
    },
  };
}

function codebookOf(corpus: CorpusSnapshot, input: PositionsInput): CodebookRecord | null {
  return input.conditions || input.codebook ? codebookByName(corpus, input.codebook) : null;
}

/** Lists positions. Throws on unknown names and invalid filters. */
export function listPositions(corpus: CorpusSnapshot, input: PositionsInput): PositionList {
  const codebook = codebookOf(corpus, input);
  const conditions =
    input.conditionIds ??
    (codebook ? conditionsByCode(codebook, input.conditions).map(({ id }) => id) : undefined);
  const actors = input.actors ? actorsBySlug(corpus, input.actors, ['actors']) : undefined;
  const document = input.documentId;
  const indices = selectPositions(corpus, input.filter, { actors, conditions, document });
  const { length } = indices;
  const descending = input.orderBy === 'STATED_ON_DESC';
  return { length, indexAt: (place) => indices[descending ? length - 1 - place : place] ?? 0 };
}
