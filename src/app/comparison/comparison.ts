/** Question: what is each actor's stance on each condition, how far apart are they, and where are no positions? */
import { type Divergence, divergences } from '#src/analysis/comparison/divergences.ts';
import { trend } from '#src/analysis/comparison/trend.ts';
import { passingDocuments } from '#src/analysis/selection/select-documents.ts';
import { unionOfIndices } from '#src/analysis/selection/union-of-indices.ts';
import type { ConditionRecord, CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Period } from '#src/domain/dates.ts';
import { Failure } from '#src/domain/failure.ts';
import { STANCE_VALUE } from '#src/domain/vocabulary.ts';
import { type CitableQuery, listNames } from '../citation/citable-query.ts';
import { withActorChoice } from '../lookup/actor-choice.ts';
import { codebookByName, conditionsByCode } from '../lookup/codebooks.ts';
import { filteredDocuments, type PositionFilter } from '../positions/position-filter.ts';
import { countUnsettled } from '../positions/unsettled-documents.ts';
import type { ComparisonCell } from './comparison-cell.ts';
import { type ComparisonRow, type ComparisonRowsInput, comparisonRows } from './comparison-rows.ts';
import { TrendPeriod } from './trend-period.ts';

/** What to compare. */
export interface ComparisonInput extends ComparisonRowsInput {
  /** The choice of actors as one value: `{ actors }`, `{ parties }` or `{ groupBy }`. */
  readonly of?: object | null | undefined;
  /** Condition codes; all of the codebook's by default. */
  readonly conditions?: readonly string[] | null | undefined;
  /** `quartet-principles` or `quartet-principles@1`; the corpus's default by default. */
  readonly codebook?: string | null | undefined;
}

/** A row for each actor, a cell for each condition. */
export interface Comparison {
  readonly query: CitableQuery;
  /** The columns, in order. */
  readonly conditions: readonly ConditionRecord[];
  readonly rows: readonly ComparisonRow[];
  /** Number of actors with rows, including those beyond `first`. */
  readonly actorCount: number;
  readonly filter: PositionFilter | null | undefined;
  /** Number of documents whose codings compete for what is counted here. */
  readonly unsettledDocumentCount: () => number;
}

/** A cell without positions; `documents` has 1 at the number of each document that passes the filter. */
export interface ComparisonGap {
  readonly cell: ComparisonCell;
  readonly documents: Uint8Array;
}

/** Maximum divergences of one comparison: about sixty rows on nine conditions. */
const MAX_DIVERGENCES = 20_000;

/** Compares actors. Throws `BAD_INPUT` and `UNKNOWN_…` failures that name the input at fault. */
export function compare(corpus: CorpusSnapshot, input: ComparisonInput): Comparison {
  const args = withActorChoice(input);
  const codebook = codebookByName(corpus, args.codebook);
  const conditions = conditionsByCode(codebook, args.conditions);
  const scale = codebook.stances.map(({ stance }) => STANCE_VALUE[stance]);
  const { rows, actorCount } = comparisonRows(corpus, conditions, scale, args);
  const title = (): string => titleOf(conditions, rows);
  const query = { corpus, codebook, title, input: args };
  const { filter } = args;
  // The rows of the same actors, and of those who have none because another coding counts.
  const positionsOf = (all: PositionFilter) => {
    const slugs = [...new Set(rows.map(({ actor }) => actor.record.slug))];
    const { reportedBy } = args;
    const isCut = slugs.length < actorCount;
    const of = args.actors
      ? { actors: slugs }
      : args.groupBy && !isCut
        ? { groupBy: args.groupBy }
        : { parties: slugs };
    const every = comparisonRows(corpus, conditions, scale, { ...of, reportedBy, filter: all });
    return every.rows.flatMap(({ cells }) => cells.flatMap((cell) => [...cell.positions]));
  };
  return {
    query,
    conditions,
    rows,
    actorCount,
    filter,
    unsettledDocumentCount: () => countUnsettled(corpus, codebook, filter, positionsOf),
  };
}

/** Every pair of rows on every condition on which both have positions. Throws `BAD_INPUT` if there could be too many. */
export function comparisonDivergences({
  rows,
  conditions,
}: Comparison): readonly Divergence<ComparisonCell>[] {
  const max = ((rows.length * (rows.length - 1)) / 2) * conditions.length;
  if (max <= MAX_DIVERGENCES) return divergences(rows);
  throw new Failure(
    'BAD_INPUT',
    `${rows.length} rows on ${conditions.length} conditions could have ${max} divergences; the maximum is ${MAX_DIVERGENCES}. Compare fewer actors or conditions at once.`,
    { input: ['actors'] },
  );
}

/** The positions of all cells by year or month, each position once; periods without positions are omitted. */
export function comparisonTrend(
  { rows, query: { corpus } }: Comparison,
  period: Period,
): readonly TrendPeriod[] {
  const cells = rows.flatMap((row) => row.cells);
  const positions = unionOfIndices(cells.map((cell) => cell.positions));
  const points = trend(corpus.positions, positions, period, cells[0]?.scale ?? []);
  return points.map((point) => new TrendPeriod(point));
}

/** Number of positions, each once, of which it is not certain that they belong to the actor of a cell that counts them. */
export function uncertainPartyCount(cells: readonly ComparisonCell[]): number {
  return unionOfIndices(cells.map((cell) => cell.uncertainPositions)).length;
}

/** The cells without positions, row by row. */
export function comparisonGaps({
  rows,
  filter,
  query: { corpus },
}: Comparison): readonly ComparisonGap[] {
  const documents = passingDocuments(filteredDocuments(corpus, filter));
  return rows
    .flatMap(({ cells }) => cells.filter(({ count }) => count === 0))
    .map((cell) => ({ cell, documents }));
}

function titleOf(conditions: readonly ConditionRecord[], rows: readonly ComparisonRow[]): string {
  const names = new Set(rows.map(({ actor }) => actor.record.name));
  return `Stated positions of ${listNames([...names])}: ${listNames(conditions.map(({ title }) => title))}`;
}
