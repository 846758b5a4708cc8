/**
 * Reads positions as columns. The database packs each column into one byte string, so that a million
 * positions arrive as a few arrays of numbers instead of a million objects.
 */
import type { CodingTable } from '#src/domain/coding-table.ts';
import { invariant } from '#src/domain/failure.ts';
import {
  AttributeSetList,
  makeColumns,
  NOBODY,
  type PositionAttributes,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import { sortPositions } from '#src/domain/position-order.ts';
import {
  CHANNELS,
  COUNTINGS,
  DATE_PRECISIONS,
  MODALITIES,
  POSITION_STATUSES,
  STANCE_VALUE,
  STANCES,
  WORDINGS,
} from '#src/domain/vocabulary.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';
import { validAtSql } from './valid-at.ts';

/** Positions per query: bounds the memory that packing takes in the database. */
const BATCH_SIZE = 100_000;

/** Columns of a batch; each byte string holds big-endian 32-bit integers. */
interface PackedColumns {
  readonly length: number;
  readonly id: Uint8Array;
  readonly first: Uint8Array;
  readonly condition: Uint8Array;
  readonly holder: Uint8Array;
  readonly day: Uint8Array;
  readonly document: Uint8Array;
  readonly traits: Uint8Array;
  readonly coding: Uint8Array;
  /** Actor on whose behalf, 0 without. */
  readonly behalf: Uint8Array;
}

/** The positions valid at a revision, in the order of `PositionColumns`, with the codings of that revision. */
export async function readPositionColumns(
  tx: Transaction,
  revision: number,
  codings: CodingTable,
): Promise<PositionColumns> {
  return sortPositions(await readWhere(tx, validAtSql(revision), codings));
}

/** The positions valid at one revision, whose codings are given, but not at the other, by id. */
export async function readPositionsOnlyAt(
  tx: Transaction,
  revision: number,
  other: number,
  codings: CodingTable,
): Promise<PositionColumns> {
  const [low, high] = revision < other ? [revision, other] : [other, revision];
  return readWhere(
    tx,
    // The candidates start or end in between. A UNION uses the two indexes; one OR would not.
    Prisma.sql`id IN (
        SELECT id FROM position WHERE since_revision > ${low} AND since_revision <= ${high}
        UNION SELECT id FROM position WHERE until_revision > ${low} AND until_revision <= ${high})
      AND ${validAtSql(revision)} AND NOT ${validAtSql(other)}`,
    codings,
  );
}

async function readWhere(
  tx: Transaction,
  condition: Prisma.Sql,
  codings: CodingTable,
): Promise<PositionColumns> {
  const batches: PositionColumns[] = [];
  const codingOf = indicesById(codings);
  for (let after = 0; ; ) {
    const [packed] = await tx.$queryRaw<PackedColumns[]>`
      WITH batch AS MATERIALIZED (
        SELECT id, coalesce(first_id, id) AS first_id, condition_id, holder_id, stated_on - DATE '1970-01-01' AS day, document_id, coding_id,
          coalesce(on_behalf_of_id, 0) AS behalf,
          ${TRAITS} AS traits
        FROM position WHERE id > ${after} AND ${condition} ORDER BY id LIMIT ${BATCH_SIZE})
      SELECT count(*)::int AS length,
        ${pack('id')} AS id, ${pack('first_id')} AS first, ${pack('condition_id')} AS condition, ${pack('holder_id')} AS holder,
        ${pack('day')} AS day, ${pack('document_id')} AS document, ${pack('traits')} AS traits,
        ${pack('coding_id')} AS coding, ${pack('behalf')} AS behalf
      FROM (SELECT * FROM batch ORDER BY id) AS batch`;
    if (packed === undefined || packed.length === 0) break;
    const batch = unpack(packed, codings, codingOf);
    batches.push(batch);
    after = batch.id.at(-1) ?? after;
    if (batch.length < BATCH_SIZE) break;
  }
  return concatenate(batches);
}

function pack(column: string): Prisma.Sql {
  return Prisma.raw(`coalesce(string_agg(int4send(${column}), ''::bytea), ''::bytea)`);
}

/** The attributes of a position, all but what its coding decides, as bit fields of one integer: their widths … */
const TRAIT_BITS = {
  stance: 3,
  channel: 2,
  wording: 1,
  modality: 1,
  precision: 2,
  onOrBefore: 1,
} as const;
/** … and their shifts. Retellings take the highest bits. */
const TRAIT_SHIFT = {
  stance: 0,
  channel: 3,
  wording: 5,
  modality: 6,
  precision: 7,
  onOrBefore: 9,
} as const;
const RETELLINGS_SHIFT = 10;
const MAX_RETELLINGS = 65_535;

/** SQL expression of that integer. */
const TRAITS = Prisma.raw(
  [
    `(${indexIn(STANCES, 'stance')} << ${TRAIT_SHIFT.stance})`,
    `(${indexIn(CHANNELS, 'channel')} << ${TRAIT_SHIFT.channel})`,
    `(${indexIn(WORDINGS, 'wording')} << ${TRAIT_SHIFT.wording})`,
    `(${indexIn(MODALITIES, 'modality')} << ${TRAIT_SHIFT.modality})`,
    `(${indexIn(DATE_PRECISIONS, 'stated_on_precision')} << ${TRAIT_SHIFT.precision})`,
    `(on_or_before::int << ${TRAIT_SHIFT.onOrBefore})`,
    `(least(retellings, ${MAX_RETELLINGS}) << ${RETELLINGS_SHIFT})`,
  ].join(' | '),
);

function indexIn(words: readonly string[], column: string): string {
  return `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i}`).join(' ')} END`;
}

/** At the id of each coding one more than its index. */
function indicesById({ columns: { id } }: CodingTable): Int32Array {
  let greatest = 0;
  for (const each of id) greatest = Math.max(greatest, each);
  const indices = new Int32Array(greatest + 1);
  for (const [index, each] of id.entries()) indices[each] = index + 1;
  return indices;
}

function unpack(
  packed: PackedColumns,
  codings: CodingTable,
  codingOf: Int32Array,
): PositionColumns {
  const { length } = packed;
  const traits = unpackIntegers(packed.traits);
  const coding = unpackIntegers(packed.coding);
  const kindOf = kindsOfCodings(codings);
  const list = new AttributeSetList();
  const behalf = unpackIntegers(packed.behalf);
  const setNumbers = new Map<number, Map<number, number>>();
  const attributeSet = traits.map((traitsOfOne, index) => {
    const itsCoding = (codingOf[coding[index] ?? 0] ?? 0) - 1;
    invariant(itsCoding >= 0, `coding ${coding[index]} of a position does not stand`);
    const onBehalfOf = behalf[index] ?? NOBODY;
    let ofBehalf = setNumbers.get(onBehalfOf);
    if (ofBehalf === undefined) setNumbers.set(onBehalfOf, (ofBehalf = new Map()));
    const key = traitsOfOne * MAX_KINDS + kindOf(itsCoding);
    const number =
      ofBehalf.get(key) ??
      list.numberOf({
        ...traitsIn(traitsOfOne),
        ...codingTraits(codings, itsCoding),
        onBehalfOf: onBehalfOf === NOBODY ? null : onBehalfOf,
      });
    ofBehalf.set(key, number);
    return number;
  });
  return {
    length,
    id: unpackIntegers(packed.id),
    first: unpackIntegers(packed.first),
    condition: unpackIntegers(packed.condition),
    holder: unpackIntegers(packed.holder),
    day: unpackIntegers(packed.day),
    document: unpackIntegers(packed.document),
    attributeSet,
    attributeSets: list.attributeSets,
  };
}

/** Coders, statuses and countings have fewer combinations. */
const MAX_KINDS = 2 ** 24;

/** A number for each coder, status and counting. */
function kindsOfCodings({ columns }: CodingTable): (coding: number) => number {
  const { coder, status, counting } = columns;
  return (coding) =>
    ((coder[coding] ?? 0) * POSITION_STATUSES.length + (status[coding] ?? 0)) * COUNTINGS.length +
    (counting[coding] ?? 0);
}

function codingTraits(codings: CodingTable, coding: number): CodingTraits {
  const { coder, status, counting } = codings.at(coding);
  return { coder, status, counting };
}

type CodingTraits = Pick<PositionAttributes, 'coder' | 'status' | 'counting'>;

function traitsIn(traits: number): Omit<PositionAttributes, keyof CodingTraits | 'onBehalfOf'> {
  const bits = (name: keyof typeof TRAIT_BITS): number =>
    (traits >>> TRAIT_SHIFT[name]) & ((1 << TRAIT_BITS[name]) - 1);
  return {
    stance: STANCE_VALUE[wordAt(STANCES, bits('stance'))],
    channel: wordAt(CHANNELS, bits('channel')),
    wording: wordAt(WORDINGS, bits('wording')),
    modality: wordAt(MODALITIES, bits('modality')),
    precision: wordAt(DATE_PRECISIONS, bits('precision')),
    onOrBefore: bits('onOrBefore') === 1,
    retellings: traits >>> RETELLINGS_SHIFT,
  };
}

function wordAt<Word extends string>(words: readonly Word[], index: number): Word {
  const word = words[index];
  if (word === undefined) throw new RangeError(`No value at index ${index} of ${words.join(', ')}`);
  return word;
}

/** Big-endian 32-bit integers. */
function unpackIntegers(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getInt32(i * 4));
}

/** Joins batches of columns; their attribute sets become one list. */
function concatenate(batches: readonly PositionColumns[]): PositionColumns {
  const list = new AttributeSetList();
  const setNumbers = batches.map(({ attributeSets }) =>
    attributeSets.map((attributeSet) => list.numberOf(attributeSet)),
  );
  const length = batches.reduce((sum, batch) => sum + batch.length, 0);
  return makeColumns(length, list.attributeSets, (name, target) => {
    let offset = 0;
    for (const [i, batch] of batches.entries()) {
      const column = batch[name];
      target.set(
        name === 'attributeSet'
          ? column.map((attributeSet) => setNumbers[i]?.[attributeSet] ?? 0)
          : column,
        offset,
      );
      offset += batch.length;
    }
  });
}
