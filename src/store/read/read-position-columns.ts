/**
 * Reads positions as columns. The database packs each column into one byte string, so that a million
 * positions arrive as a few arrays of numbers instead of a million objects.
 */
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
  readonly coders: readonly string[];
  readonly id: Uint8Array;
  readonly first: Uint8Array;
  readonly condition: Uint8Array;
  readonly holder: Uint8Array;
  readonly day: Uint8Array;
  readonly document: Uint8Array;
  readonly traits: Uint8Array;
  readonly coder: Uint8Array;
  /** Actor on whose behalf, 0 without. */
  readonly behalf: Uint8Array;
}

/** The positions valid at a revision, in the order of `PositionColumns`. */
export async function readPositionColumns(
  tx: Transaction,
  revision: number,
): Promise<PositionColumns> {
  return sortPositions(await readWhere(tx, validAtSql(revision)));
}

/** The positions valid at one revision but not at the other, by id. */
export async function readPositionsOnlyAt(
  tx: Transaction,
  revision: number,
  other: number,
): Promise<PositionColumns> {
  const [low, high] = revision < other ? [revision, other] : [other, revision];
  return readWhere(
    tx,
    // The candidates start or end in between. A UNION uses the two indexes; one OR would not.
    Prisma.sql`id IN (
        SELECT id FROM position WHERE since_revision > ${low} AND since_revision <= ${high}
        UNION SELECT id FROM position WHERE until_revision > ${low} AND until_revision <= ${high})
      AND ${validAtSql(revision)} AND NOT ${validAtSql(other)}`,
  );
}

async function readWhere(tx: Transaction, condition: Prisma.Sql): Promise<PositionColumns> {
  const batches: PositionColumns[] = [];
  for (let after = 0; ; ) {
    const [packed] = await tx.$queryRaw<PackedColumns[]>`
      WITH batch AS MATERIALIZED (
        SELECT id, coalesce(first_id, id) AS first_id, condition_id, holder_id, stated_on - DATE '1970-01-01' AS day, document_id, coder,
          coalesce(on_behalf_of_id, 0) AS behalf,
          ${TRAITS} AS traits
        FROM position WHERE id > ${after} AND ${condition} ORDER BY id LIMIT ${BATCH_SIZE}),
      names AS (SELECT coalesce(array_agg(DISTINCT coder), '{}') AS coders FROM batch)
      SELECT count(*)::int AS length, (SELECT coders FROM names) AS coders,
        ${pack('id')} AS id, ${pack('first_id')} AS first, ${pack('condition_id')} AS condition, ${pack('holder_id')} AS holder,
        ${pack('day')} AS day, ${pack('document_id')} AS document, ${pack('traits')} AS traits,
        ${pack('array_position((SELECT coders FROM names), coder) - 1')} AS coder, ${pack('behalf')} AS behalf
      FROM (SELECT * FROM batch ORDER BY id) AS batch`;
    if (packed === undefined || packed.length === 0) break;
    const batch = unpack(packed);
    batches.push(batch);
    after = batch.id.at(-1) ?? after;
    if (batch.length < BATCH_SIZE) break;
  }
  return concatenate(batches);
}

function pack(column: string): Prisma.Sql {
  return Prisma.raw(`coalesce(string_agg(int4send(${column}), ''::bytea), ''::bytea)`);
}

/** The attributes of a position, all but its coder, as bit fields of one integer: their widths … */
const TRAIT_BITS = {
  stance: 3,
  channel: 2,
  wording: 1,
  modality: 1,
  precision: 2,
  onOrBefore: 1,
  status: 1,
} as const;
/** … and their shifts. Retellings take the highest bits. */
const TRAIT_SHIFT = {
  stance: 0,
  channel: 3,
  wording: 5,
  modality: 6,
  precision: 7,
  onOrBefore: 9,
  status: 10,
} as const;
const RETELLINGS_SHIFT = 11;
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
    `(${indexIn(POSITION_STATUSES, 'status')} << ${TRAIT_SHIFT.status})`,
    `(least(retellings, ${MAX_RETELLINGS}) << ${RETELLINGS_SHIFT})`,
  ].join(' | '),
);

function indexIn(words: readonly string[], column: string): string {
  return `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i}`).join(' ')} END`;
}

function unpack(packed: PackedColumns): PositionColumns {
  const { length, coders } = packed;
  const traits = unpackIntegers(packed.traits);
  const coder = unpackIntegers(packed.coder);
  const list = new AttributeSetList();
  const behalf = unpackIntegers(packed.behalf);
  const setNumbers = new Map<number, Map<number, number>>();
  const attributeSet = traits.map((traitsOfOne, index) => {
    const coderIndex = coder[index] ?? 0;
    const onBehalfOf = behalf[index] ?? NOBODY;
    let ofBehalf = setNumbers.get(onBehalfOf);
    if (ofBehalf === undefined) setNumbers.set(onBehalfOf, (ofBehalf = new Map()));
    const key = traitsOfOne * coders.length + coderIndex;
    const number =
      ofBehalf.get(key) ??
      list.numberOf({
        ...attributesOf(traitsOfOne, coders[coderIndex] ?? ''),
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

function attributesOf(traits: number, coder: string): Omit<PositionAttributes, 'onBehalfOf'> {
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
    coder,
    status: wordAt(POSITION_STATUSES, bits('status')),
    // Until all positions of its document are known.
    counting: 'COUNTED',
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
