/**
 * The headers of a revision's documents as columns. A hundred thousand headers as objects would take
 * a hundred times longer to hand to another thread, and as much memory again in each.
 */
import { sharedInt32, sharedUint8 } from './shared-arrays.ts';
import { DOCUMENT_KINDS, type DocumentKind, RELEASES, type Release } from './vocabulary.ts';

/** The fields of a document that a snapshot holds. */
export interface DocumentHead {
  readonly id: number;
  readonly reference: string;
  readonly title: string | null;
  readonly kind: DocumentKind;
  readonly release: Release;
  /** Day number of the first day that its date can mean. */
  readonly createdOn: number | null;
  /**
   * First and last day on which it can have been written; null or absent if unknown. Without a date, that
   * of the latest statement coded in it, and that of its release.
   */
  readonly writtenFrom?: number | null;
  readonly writtenTo?: number | null;
  /** Ids of its resolved authors. */
  readonly authors: readonly number[];
}

/** Strings one after another: string i is from `ends[i - 1]` to before `ends[i]`. */
interface StringColumn {
  /** UTF-16, little-endian. */
  readonly bytes: Uint8Array;
  /** At each index the end of its string in bytes. */
  readonly ends: Int32Array;
}

/** Index i of every column is one document. Sorted by id. */
export interface DocumentColumns {
  readonly length: number;
  readonly id: Int32Array;
  /** Index in DOCUMENT_KINDS. */
  readonly kind: Uint8Array;
  /** Index in RELEASES. */
  readonly release: Uint8Array;
  /** Day number; UNDATED if there is none. */
  readonly createdOn: Int32Array;
  /** The same. */
  readonly writtenFrom: Int32Array;
  readonly writtenTo: Int32Array;
  /** Authors one after another; those of document i end before `authorEnds[i]`. */
  readonly authors: Int32Array;
  readonly authorEnds: Int32Array;
  readonly references: StringColumn;
  /** Each title follows one unit that says whether there is one. */
  readonly titles: StringColumn;
  /** Hash table of references by open addressing: one more than the index of a document; 0 if free. */
  readonly slots: Int32Array;
  /** Indices sorted by reference, in lower case. */
  readonly byReference: Int32Array;
}

const UNDATED = -(2 ** 31);
const TITLED = '=';
const UNTITLED = '';

/** The documents of a snapshot by id and by reference. */
export class DocumentTable {
  readonly columns: DocumentColumns;

  /** Columns from another thread, or those of {@link tableOf}. */
  constructor(columns: DocumentColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.columns.length;
  }

  has(id: number): boolean {
    return this.#indexOf(id) !== -1;
  }

  get(id: number): DocumentHead | undefined {
    const index = this.#indexOf(id);
    return index === -1 ? undefined : new Head(this.columns, index);
  }

  /** The id of the document with this reference. */
  idOf(reference: string): number | undefined {
    const { slots, id, references } = this.columns;
    for (let slot = hash(reference) % slots.length; ; slot = (slot + 1) % slots.length) {
      const index = (slots[slot] ?? 0) - 1;
      if (index === -1) return undefined;
      if (stringAt(references, index) === reference) return id[index];
    }
  }

  /** Ids, ascending. */
  ids(): Int32Array {
    return this.columns.id;
  }

  /** Headers by ascending id. */
  *heads(): Generator<DocumentHead> {
    for (let index = 0; index < this.size; index += 1) yield new Head(this.columns, index);
  }

  /** At most `most` references, those that sort nearest to a name: they share most first letters. */
  *referencesNear(name: string, most: number): Generator<string> {
    const { byReference, references } = this.columns;
    const target = name.toLowerCase();
    let [from, to] = [0, byReference.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (stringAt(references, byReference[middle] ?? 0).toLowerCase() < target) from = middle + 1;
      else to = middle;
    }
    const start = Math.max(0, Math.min(from - (most >>> 1), byReference.length - most));
    for (const index of byReference.subarray(start, start + most))
      yield stringAt(references, index);
  }

  #indexOf(wanted: number): number {
    const { id, length } = this.columns;
    let [from, to] = [0, length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((id[middle] ?? 0) < wanted) from = middle + 1;
      else to = middle;
    }
    return id[from] === wanted ? from : -1;
  }
}

/** Reads its fields from the columns when they are asked for. */
class Head implements DocumentHead {
  readonly #columns: DocumentColumns;
  readonly #index: number;

  constructor(columns: DocumentColumns, index: number) {
    this.#columns = columns;
    this.#index = index;
  }

  get id(): number {
    return this.#columns.id[this.#index] ?? 0;
  }

  get reference(): string {
    return stringAt(this.#columns.references, this.#index);
  }

  get title(): string | null {
    const marked = stringAt(this.#columns.titles, this.#index);
    return marked === UNTITLED ? null : marked.slice(TITLED.length);
  }

  get kind(): DocumentKind {
    return DOCUMENT_KINDS[this.#columns.kind[this.#index] ?? 0] as DocumentKind;
  }

  get release(): Release {
    return RELEASES[this.#columns.release[this.#index] ?? 0] as Release;
  }

  get createdOn(): number | null {
    return this.#dayIn('createdOn');
  }

  get writtenFrom(): number | null {
    return this.#dayIn('writtenFrom');
  }

  get writtenTo(): number | null {
    return this.#dayIn('writtenTo');
  }

  #dayIn(column: 'createdOn' | 'writtenFrom' | 'writtenTo'): number | null {
    const day = this.#columns[column][this.#index] ?? UNDATED;
    return day === UNDATED ? null : day;
  }

  get authors(): readonly number[] {
    const { authors, authorEnds } = this.#columns;
    return Array.from(authors.subarray(authorEnds[this.#index - 1] ?? 0, authorEnds[this.#index]));
  }
}

/** The table of these documents, whose ids and references are distinct. */
export function tableOf(documents: Iterable<DocumentHead>): DocumentTable {
  const heads = [...documents].toSorted((a, b) => a.id - b.id);
  const { length } = heads;
  const references = heads.map(({ reference }) => reference);
  const columns = {
    length,
    id: sharedInt32(length),
    kind: sharedUint8(length),
    release: sharedUint8(length),
    createdOn: sharedInt32(length),
    writtenFrom: sharedInt32(length),
    writtenTo: sharedInt32(length),
    authors: sharedInt32(heads.reduce((sum, { authors }) => sum + authors.length, 0)),
    authorEnds: sharedInt32(length),
    references: stringColumn(references),
    titles: stringColumn(heads.map(({ title }) => (title === null ? UNTITLED : TITLED + title))),
    slots: hashTable(references),
    byReference: sortedByName(references),
  };
  let authorEnd = 0;
  for (const [index, head] of heads.entries()) {
    const { id, kind, release, authors } = head;
    columns.id[index] = id;
    columns.kind[index] = DOCUMENT_KINDS.indexOf(kind);
    columns.release[index] = RELEASES.indexOf(release);
    columns.createdOn[index] = head.createdOn ?? UNDATED;
    columns.writtenFrom[index] = head.writtenFrom ?? UNDATED;
    columns.writtenTo[index] = head.writtenTo ?? UNDATED;
    columns.authors.set(authors, authorEnd);
    authorEnd += authors.length;
    columns.authorEnds[index] = authorEnd;
  }
  return new DocumentTable(columns);
}

function stringColumn(strings: readonly string[]): StringColumn {
  const bytes = sharedUint8(2 * strings.reduce((sum, { length }) => sum + length, 0));
  const ends = sharedInt32(strings.length);
  const buffer = bufferOf(bytes);
  let end = 0;
  for (const [index, text] of strings.entries()) {
    end += buffer.write(text, end, 'utf16le');
    ends[index] = end;
  }
  return { bytes, ends };
}

function stringAt({ bytes, ends }: StringColumn, index: number): string {
  return bufferOf(bytes).toString('utf16le', ends[index - 1] ?? 0, ends[index] ?? 0);
}

const buffers = new WeakMap<Uint8Array, Buffer>();

/** The same bytes as a buffer, which makes strings of them by one call. */
function bufferOf(bytes: Uint8Array): Buffer {
  let buffer = buffers.get(bytes);
  if (buffer === undefined) {
    buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    buffers.set(bytes, buffer);
  }
  return buffer;
}

function hashTable(references: readonly string[]): Int32Array {
  const slots = sharedInt32(2 * references.length + 1);
  for (const [index, reference] of references.entries()) {
    let slot = hash(reference) % slots.length;
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = index + 1;
  }
  return slots;
}

function sortedByName(references: readonly string[]): Int32Array {
  const names = references.map((reference) => reference.toLowerCase());
  const sorted = sharedInt32(names.length);
  sorted.set([...names.keys()].toSorted((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1)));
  return sorted;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hashed = Math.imul(hashed ^ text.charCodeAt(at), 0x01000193);
  return hashed >>> 0;
}
