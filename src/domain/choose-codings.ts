/**
 * Which codings count. A coding is the work of one coder on one document by one codebook. Several on
 * one document say the same things again, so that figures count one of them: a settled one, else the
 * only one, else that of the coder whose name sorts first.
 */
import { AttributeSetList, type PositionColumns } from './position-columns.ts';
import type { Counting } from './vocabulary.ts';

/** The codings of one document by one codebook; coders are numbered in the order of their names. */
interface Codings {
  /** The first coder, and whether there are others. */
  first: number;
  isOneOfSeveral: boolean;
  /** The first coder whose coding is settled, −1 without; and whether there are others. */
  settled: number;
  isOneOfSeveralSettled: boolean;
}

/**
 * Says of each position whether it counts, in columns that nobody else has yet: `attributeSet` is written
 * to. `codebookOf` maps conditions to their codebooks. With `documents`, only positions in those are
 * looked at: those of all others are as they were.
 */
export function chooseCodings(
  columns: PositionColumns,
  codebookOf: (condition: number) => number,
  documents?: ReadonlySet<number>,
): PositionColumns {
  const { attributeSet, attributeSets } = columns;
  const names = [...new Set(attributeSets.map(({ coder }) => coder))].toSorted();
  if (names.length < 2) return columns;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const coderOf = Int32Array.from(attributeSets, ({ coder }) => numbers.get(coder) ?? 0);
  const indices = indicesIn(columns, documents);
  const codings = codingsOf(columns, indices, codebookOf, coderOf);
  // Seldom needed, and as long as there are attribute sets.
  let list: AttributeSetList | null = null;
  const variants = new Map<string, number>();
  for (const index of indices) {
    const set = attributeSet[index] ?? 0;
    const attributes = attributeSets[set];
    const found = codings(index);
    if (attributes === undefined || found === undefined) continue;
    const counting = countingOf(found, coderOf[set] ?? 0);
    if (attributes.counting === counting) continue;
    list ??= new AttributeSetList(attributeSets);
    const key = `${set} ${counting}`;
    const variant = variants.get(key) ?? list.numberOf({ ...attributes, counting });
    variants.set(key, variant);
    attributeSet[index] = variant;
  }
  return list === null || list.attributeSets.length === attributeSets.length
    ? columns
    : { ...columns, attributeSets: list.attributeSets };
}

/** Indices of the positions in the documents. */
function indicesIn(
  columns: PositionColumns,
  documents: ReadonlySet<number> | undefined,
): Iterable<number> & { readonly length: number } {
  const { document, length } = columns;
  if (documents === undefined) return Int32Array.from({ length }, (_, index) => index);
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

function countingOf(codings: Codings, coder: number): Counting {
  const { first, isOneOfSeveral, settled, isOneOfSeveralSettled } = codings;
  if (coder !== (settled === -1 ? first : settled)) return 'NOT_COUNTED';
  return (settled === -1 ? isOneOfSeveral : isOneOfSeveralSettled) ? 'BY_RULE' : 'COUNTED';
}

/** The codings of the document and codebook of a position, by its index. */
function codingsOf(
  { condition, document, attributeSet, attributeSets }: PositionColumns,
  indices: Iterable<number>,
  codebookOf: (condition: number) => number,
  coderOf: Int32Array,
): (index: number) => Codings | undefined {
  const found = new Map<number, Codings>();
  const codebooks = new Map<number, number>();
  const keyOf = (index: number): number => {
    const of = condition[index] ?? 0;
    const codebook = codebooks.get(of) ?? codebookOf(of);
    codebooks.set(of, codebook);
    return (document[index] ?? 0) * MAX_CODEBOOKS + codebook;
  };
  for (const index of indices) {
    const key = keyOf(index);
    const set = attributeSet[index] ?? 0;
    const coder = coderOf[set] ?? 0;
    const codings = found.get(key) ?? {
      first: coder,
      isOneOfSeveral: false,
      settled: -1,
      isOneOfSeveralSettled: false,
    };
    found.set(key, codings);
    codings.isOneOfSeveral ||= coder !== codings.first;
    codings.first = Math.min(codings.first, coder);
    if (attributeSets[set]?.status !== 'SETTLED') continue;
    codings.isOneOfSeveralSettled ||= codings.settled !== -1 && coder !== codings.settled;
    codings.settled = codings.settled === -1 ? coder : Math.min(codings.settled, coder);
  }
  return (index) => found.get(keyOf(index));
}

/** Numbers of codebooks are below it. */
const MAX_CODEBOOKS = 2 ** 21;
