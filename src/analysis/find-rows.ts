import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { PositionColumns, Rows } from '#src/domain/position-columns.ts';
import {
  holderRanges,
  inOrderOfStatement,
  rowsOfDocument,
  statementOrder,
} from '#src/domain/position-order.ts';
import { actorRows } from './actor-rows.ts';

/** Where to look for positions. What is left out does not narrow; an empty list finds nothing. */
export interface Within {
  /** Held by these actors, or by those that were part of them on the day of the statement. */
  readonly actors?: readonly number[] | undefined;
  readonly conditions?: readonly number[] | undefined;
  readonly document?: number | undefined;
}

/** The positions there that `keep` keeps, in order of statement, each once. */
export function findRows(
  columns: PositionColumns,
  { actors, conditions, document }: Within,
  keep: (rows: Rows) => Rows,
  affiliations: AffiliationIndex,
): Rows {
  if (document !== undefined) return keep(rowsOfDocument(columns, document));
  if (!actors && !conditions) return keep(statementOrder(columns).rows.slice());
  const among = conditions ?? [...holderRanges(columns).keys()];
  const parts = among.flatMap((condition) =>
    actors
      ? actors.map((actor) => keep(actorRows(columns, actor, condition, affiliations)))
      : [keep(conditionRows(columns, condition))],
  );
  return withoutRepeats(inOrderOfStatement(columns, concatenate(parts)));
}

function conditionRows(columns: PositionColumns, condition: number): Rows {
  const ranges = holderRanges(columns).get(condition) ?? [];
  const start = ranges[0]?.start ?? 0;
  const rows = new Int32Array((ranges.at(-1)?.end ?? 0) - start);
  for (let i = 0; i < rows.length; i += 1) rows[i] = start + i;
  return rows;
}

function concatenate(parts: readonly Rows[]): Rows {
  const all = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** An actor may be asked about together with one that is part of it. */
function withoutRepeats(rows: Rows): Rows {
  return rows.filter((row, i) => i === 0 || row !== rows[i - 1]);
}
