import type { CsvLine } from '../charts/save-file.ts';
import type { Comparison } from './comparison-types.ts';

/** The matrix as a table of cells, a row each, for a spreadsheet. */
export function comparisonCsvLines({ rows, conditions, revision }: Comparison): readonly CsvLine[] {
  return rows.flatMap(({ actor, cells }) =>
    cells.map((cell, i) => ({
      actor: actor.slug,
      actor_name: actor.name,
      condition: cell.condition.code,
      condition_title: conditions[i]?.title ?? '',
      positions: cell.count,
      documents: cell.documentCount,
      mean: cell.mean ?? null,
      public_private_gap: cell.publicPrivateGap ?? null,
      ...Object.fromEntries(
        cell.distribution.map(({ stance, count }) => [stance.toLowerCase(), count]),
      ),
      revision,
    })),
  );
}
