import type { PositionColumns } from '#src/domain/position-columns.ts';

/**
 * The documents in which at least two of the coders coded a position on the conditions; only these
 * show whether coders agree. A coder who read a document without coding anything leaves no record,
 * and is not counted.
 */
export function jointlyCoded(
  columns: PositionColumns,
  conditions: ReadonlySet<number>,
  coders: ReadonlySet<string>,
): ReadonlySet<number> {
  const coderOf = columns.attributeSets.map(({ coder }) => (coders.has(coder) ? coder : null));
  const firstCoder = new Map<number, string>();
  const joint = new Set<number>();
  for (let index = 0; index < columns.length; index += 1) {
    const coder = coderOf[columns.attributeSet[index] ?? -1] ?? null;
    if (coder === null || !conditions.has(columns.condition[index] ?? -1)) continue;
    const document = columns.document[index] ?? -1;
    const before = firstCoder.get(document);
    if (before === undefined) firstCoder.set(document, coder);
    else if (before !== coder) joint.add(document);
  }
  return joint;
}
