import { codersIn, type PositionColumns } from '#src/domain/position-columns.ts';

/** Names, sorted, of the coders of any position on one of the conditions. */
export function codersBy(
  columns: PositionColumns,
  conditions: readonly number[],
): readonly string[] {
  const conditionIds = new Set(conditions);
  const attributeSets = new Set<number>();
  for (let index = 0; index < columns.length; index += 1)
    if (conditionIds.has(columns.condition[index] ?? -1))
      attributeSets.add(columns.attributeSet[index] ?? -1);
  const coders = new Set(
    [...attributeSets].map((attributeSet) => columns.attributeSets[attributeSet]?.coder),
  );
  return codersIn(columns).filter((coder) => coders.has(coder));
}
