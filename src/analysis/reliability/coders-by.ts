import { codersIn, type PositionColumns } from '#src/domain/position-columns.ts';

/** Names, sorted, of the coders of any position on one of the conditions. */
export function codersBy(
  columns: PositionColumns,
  conditions: readonly number[],
): readonly string[] {
  const wanted = new Set(conditions);
  const kinds = new Set<number>();
  for (let index = 0; index < columns.length; index += 1)
    if (wanted.has(columns.condition[index] ?? -1)) kinds.add(columns.kind[index] ?? -1);
  const coders = new Set([...kinds].map((kind) => columns.kinds[kind]?.coder));
  return codersIn(columns).filter((coder) => coders.has(coder));
}
