import type { CodingTable } from '#src/domain/coding-table.ts';

/**
 * The documents that at least two of the coders coded by the codebook; only these show whether coders agree.
 * A coder who coded a document and found no position in it is one of them: what the others found there are
 * units that this coder has no value for.
 */
export function jointlyCoded(
  codings: CodingTable,
  codebook: number,
  coders: ReadonlySet<string>,
): ReadonlySet<number> {
  const { document, codebook: codebooks, coder, coders: names, length } = codings.columns;
  const isOne = names.map((name) => coders.has(name));
  const coded = new Set<number>();
  const joint = new Set<number>();
  for (let index = 0; index < length; index += 1) {
    if (codebooks[index] !== codebook || isOne[coder[index] ?? -1] !== true) continue;
    const each = document[index] ?? -1;
    // A coder has one coding of a document by a codebook.
    if (coded.has(each)) joint.add(each);
    coded.add(each);
  }
  return joint;
}
