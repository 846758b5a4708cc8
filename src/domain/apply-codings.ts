import type { CodingTable } from './coding-table.ts';
import { invariant } from './failure.ts';
import { AttributeSetList, type PositionColumns } from './position-columns.ts';

/**
 * Says of each position in these documents what its coding is now, in columns that nobody else has yet:
 * `attributeSet` is written to. Those of all other documents are as they were. `codebookOf` maps conditions
 * to their codebooks.
 */
export function applyCodings(
  columns: PositionColumns,
  codings: CodingTable,
  codebookOf: (condition: number) => number,
  documents: ReadonlySet<number>,
): PositionColumns {
  const { attributeSet, attributeSets, condition, document } = columns;
  // Seldom needed, and as long as there are attribute sets.
  let list: AttributeSetList | null = null;
  for (const index of indicesIn(columns, documents)) {
    const attributes = attributeSets[attributeSet[index] ?? 0];
    invariant(attributes, `the position at index ${index} has no attributes`);
    const codebook = codebookOf(condition[index] ?? 0);
    const coding = codings.indexOf(document[index] ?? 0, codebook, attributes.coder);
    invariant(coding !== undefined, `position ${columns.id[index]} has no coding`);
    const { status, counting } = codings.at(coding);
    if (attributes.status === status && attributes.counting === counting) continue;
    list ??= new AttributeSetList(attributeSets);
    attributeSet[index] = list.numberOf({ ...attributes, status, counting });
  }
  return list === null || list.attributeSets.length === attributeSets.length
    ? columns
    : { ...columns, attributeSets: list.attributeSets };
}

/** Indices of the positions in the documents. */
function indicesIn(
  { document, length }: PositionColumns,
  documents: ReadonlySet<number>,
): readonly number[] {
  let greatest = 0;
  for (const each of documents) greatest = Math.max(greatest, each);
  const isIn = new Uint8Array(greatest + 1);
  for (const each of documents) isIn[each] = 1;
  const indices: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const each = document[index] ?? 0;
    if (each <= greatest && isIn[each] === 1) indices.push(index);
  }
  return indices;
}
