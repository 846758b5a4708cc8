/**
 * The codings of a revision as columns, which threads share: a corpus has about as many as documents.
 * Sorted by document, codebook and coder's name.
 */
import { chooseCodings } from './choose-codings.ts';
import { invariant } from './failure.ts';
import { sharedInt32, sharedUint8 } from './shared-arrays.ts';
import { COUNTINGS, type Counting, POSITION_STATUSES, type PositionStatus } from './vocabulary.ts';

/** A coding as stored: numbers are database ids. */
export interface CodingRecord {
  readonly id: number;
  readonly document: number;
  readonly codebook: number;
  readonly coder: string;
  readonly status: PositionStatus;
  /** The revision since which it has this status. */
  readonly since: number;
}

/** Index i of every column is one coding. */
export interface CodingColumns {
  readonly length: number;
  readonly id: Int32Array;
  readonly document: Int32Array;
  readonly codebook: Int32Array;
  /** Index in `coders`. */
  readonly coder: Int32Array;
  readonly since: Int32Array;
  /** Index in POSITION_STATUSES. */
  readonly status: Uint8Array;
  /** Index in COUNTINGS. */
  readonly counting: Uint8Array;
  /** Names, some of which may be of codings at other revisions. */
  readonly coders: readonly string[];
}

const NUMBERS = ['id', 'document', 'codebook', 'coder', 'since', 'status', 'counting'] as const;

/** The codings of a snapshot, by index. */
export class CodingTable {
  readonly columns: CodingColumns;
  readonly #contested = new Map<number, Uint8Array | null>();
  #coders: readonly string[] | null = null;

  /** Columns from another thread, or those of {@link tableOfCodings}. */
  constructor(columns: CodingColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.columns.length;
  }

  /** The coding at an index. Throws an invariant violation if there is none. */
  at(index: number): CodingRecord & { readonly counting: Counting } {
    const { id, document, codebook, coder, since, status, counting, coders } = this.columns;
    const [itsStatus, itsCounting] = [
      POSITION_STATUSES[status[index] ?? -1],
      COUNTINGS[counting[index] ?? -1],
    ];
    invariant(itsStatus && itsCounting, `there is no coding at index ${index}`);
    return {
      id: id[index] ?? 0,
      document: document[index] ?? 0,
      codebook: codebook[index] ?? 0,
      coder: coders[coder[index] ?? 0] ?? '',
      since: since[index] ?? 0,
      status: itsStatus,
      counting: itsCounting,
    };
  }

  /** Indices of the codings of a document. */
  of(document: number): readonly number[] {
    const { document: documents, length } = this.columns;
    let [from, to] = [0, length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((documents[middle] ?? 0) < document) from = middle + 1;
      else to = middle;
    }
    const found: number[] = [];
    for (let index = from; documents[index] === document; index += 1) found.push(index);
    return found;
  }

  /** Index of a coding; undefined if there is none. */
  indexOf(document: number, codebook: number, coder: string): number | undefined {
    const { codebook: codebooks, coder: coderAt, coders } = this.columns;
    return this.of(document).find(
      (index) => codebooks[index] === codebook && coders[coderAt[index] ?? 0] === coder,
    );
  }

  /** Names, sorted, of those who coded; with `codebook`, by that. */
  coders(codebook?: number): readonly string[] {
    if (codebook === undefined && this.#coders !== null) return this.#coders;
    const { codebook: codebooks, coder, coders, length } = this.columns;
    const found = new Set<number>();
    for (let index = 0; index < length; index += 1)
      if (codebook === undefined || codebooks[index] === codebook) found.add(coder[index] ?? 0);
    const names = [...found].map((each) => coders[each] ?? '').toSorted();
    if (codebook === undefined) this.#coders = names;
    return names;
  }

  /**
   * By number of the document, one more than the index (POSITION_STATUSES) of the status that two or more
   * of its codings by the codebook share, so that one of them counts by rule; 0 for all others. Null if there
   * are no such documents. Memoised.
   */
  contested(codebook: number): Uint8Array | null {
    const known = this.#contested.get(codebook);
    if (known !== undefined) return known;
    const { document, codebook: codebooks, status, counting, length } = this.columns;
    const byRule = COUNTINGS.indexOf('BY_RULE');
    let found: Uint8Array | null = null;
    for (let index = 0; index < length; index += 1) {
      if (counting[index] !== byRule || codebooks[index] !== codebook) continue;
      found ??= new Uint8Array((document[length - 1] ?? 0) + 1);
      found[document[index] ?? 0] = 1 + (status[index] ?? 0);
    }
    this.#contested.set(codebook, found);
    return found;
  }
}

/** The table of these codings, no two of which have the same document, codebook and coder. */
export function tableOfCodings(codings: readonly CodingRecord[]): CodingTable {
  return spliceCodings(EMPTY, new Set(), codings);
}

/** The table with the codings of some documents, which are all of them, in the place of those it has. */
export function spliceCodings(
  { columns }: Pick<CodingTable, 'columns'>,
  documents: ReadonlySet<number>,
  codings: readonly CodingRecord[],
): CodingTable {
  const coders = [...new Set([...columns.coders, ...codings.map(({ coder }) => coder)])];
  const numbers = new Map(coders.map((coder, number) => [coder, number]));
  const fresh = codings.toSorted(byPlace);
  const countings = countingsOf(fresh);
  const kept = indicesOutside(columns, documents);
  const length = kept.length + fresh.length;
  const merged = {
    length,
    coders,
    id: sharedInt32(length),
    document: sharedInt32(length),
    codebook: sharedInt32(length),
    coder: sharedInt32(length),
    since: sharedInt32(length),
    status: sharedUint8(length),
    counting: sharedUint8(length),
  };
  for (let at = 0, k = 0, f = 0; at < length; at += 1) {
    const [index, coding] = [kept[k] ?? -1, fresh[f]];
    if (coding === undefined || (columns.document[index] ?? Infinity) < coding.document) {
      for (const name of NUMBERS) merged[name][at] = columns[name][index] ?? 0;
      k += 1;
      continue;
    }
    merged.id[at] = coding.id;
    merged.document[at] = coding.document;
    merged.codebook[at] = coding.codebook;
    merged.coder[at] = numbers.get(coding.coder) ?? 0;
    merged.since[at] = coding.since;
    merged.status[at] = POSITION_STATUSES.indexOf(coding.status);
    merged.counting[at] = COUNTINGS.indexOf(countings[f] ?? 'COUNTED');
    f += 1;
  }
  return new CodingTable(merged);
}

const NONE = new Int32Array();
const EMPTY = {
  columns: {
    length: 0,
    id: NONE,
    document: NONE,
    codebook: NONE,
    coder: NONE,
    since: NONE,
    status: new Uint8Array(),
    counting: new Uint8Array(),
    coders: [],
  },
};

function byPlace(a: CodingRecord, b: CodingRecord): number {
  return a.document - b.document || a.codebook - b.codebook || (a.coder < b.coder ? -1 : 1);
}

/** Whether each of the sorted codings counts. */
function countingsOf(codings: readonly CodingRecord[]): readonly Counting[] {
  return [...Map.groupBy(codings, ({ document, codebook }) => `${document} ${codebook}`).values()]
    .map((each) => chooseCodings(each))
    .flat();
}

function indicesOutside(
  { document, length }: CodingColumns,
  documents: ReadonlySet<number>,
): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < length; index += 1)
    if (!documents.has(document[index] ?? 0)) indices.push(index);
  return indices;
}
