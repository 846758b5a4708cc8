import type { CsvLine } from '../charts/save-file.ts';
import { stanceCounts } from '../charts/stance-counts.ts';
import type { Comparison } from './comparison-types.ts';

/** A comparison as CSV: one line for each cell. */
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
      ...stanceCounts(cell.distribution),
      revision,
    })),
  );
}
