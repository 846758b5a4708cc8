import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Indices } from '#src/domain/position-columns.ts';
import { builder } from '../core/builder.ts';
import { type PageArguments, pageOf } from '../core/connection.ts';
import { actorsBySlug, codebookByName, conditionsByCode } from '../core/lookup.ts';
import { PositionFilter, type PositionFilterInput, selectPositions } from './position-filter.ts';

const PositionOrder = builder.enumType('PositionOrder', {
  description: 'In which order to list positions.',
  values: {
    STATED_ON_ASC: { description: 'The earliest statement first.' },
    STATED_ON_DESC: { description: 'The latest statement first.' },
  },
});

type Order = typeof PositionOrder.$inferType;

/** The arguments that every list of positions has. */
export const positionArguments = builder.args((t) => ({
  filter: t.field({ type: PositionFilter, description: 'Which positions to list.' }),
  orderBy: t.field({
    type: PositionOrder,
    defaultValue: 'STATED_ON_ASC',
    description: 'In which order.',
  }),
}));

interface PositionListArguments extends PageArguments {
  readonly filter?: PositionFilterInput | null | undefined;
  readonly orderBy?: Order | null | undefined;
  /** Slugs of actors that hold them, or to which they rolled up. */
  readonly actors?: readonly string[] | null | undefined;
  readonly conditions?: readonly string[] | null | undefined;
  readonly codebook?: string | null | undefined;
  readonly conditionIds?: readonly number[];
  readonly documentId?: number;
}

/** A page of the positions that are asked for, in order of statement. */
export function positionPage(corpus: CorpusSnapshot, args: PositionListArguments) {
  const codebook = args.conditions || args.codebook ? codebookByName(corpus, args.codebook) : null;
  const conditions =
    args.conditionIds ??
    (codebook ? conditionsByCode(codebook, args.conditions).map((c) => c.id) : undefined);
  const actors = args.actors ? actorsBySlug(corpus, args.actors, ['actors']) : undefined;
  const rows = selectPositions(corpus, args.filter, {
    actors,
    conditions,
    document: args.documentId,
  });
  return pageOfPositions(corpus, rows, args);
}

/** A page of rows that are in order of statement. */
export function pageOfPositions(
  corpus: CorpusSnapshot,
  rows: Indices,
  args: PageArguments & { readonly orderBy?: Order | null | undefined },
) {
  const { length } = rows;
  const latestFirst = args.orderBy === 'STATED_ON_DESC';
  const rowAt = (index: number): number => rows[latestFirst ? length - 1 - index : index] ?? 0;
  return pageOf(
    {
      length,
      idAt: (index) => corpus.positions.id[rowAt(index)] ?? 0,
      load: (index) => ({ corpus, at: rowAt(index) }),
    },
    args,
  );
}
