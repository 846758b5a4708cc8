/**
 * Reads positions as columns: the database packs each column into bytes, so that a million
 * positions arrive as a few arrays of numbers and never as a million objects.
 */
import {
  KindList,
  makeColumns,
  type PositionColumns,
  type PositionKind,
} from '#src/domain/position-columns.ts';
import { sortPositions } from '#src/domain/position-order.ts';
import {
  CHANNELS,
  DATE_PRECISIONS,
  MODALITIES,
  STANCE_VALUE,
  STANCES,
  WORDINGS,
} from '#src/domain/vocabulary.ts';
import type { Transaction } from '../database/transaction.ts';
import { Prisma } from '../generated/client.ts';

/** Positions packed at once, which bounds what the database holds in memory for it. */
const AT_ONCE = 100_000;

interface Packed {
  readonly length: number;
  readonly coders: readonly string[];
  readonly id: Uint8Array;
  readonly condition: Uint8Array;
  readonly holder: Uint8Array;
  readonly day: Uint8Array;
  readonly document: Uint8Array;
  readonly traits: Uint8Array;
  readonly coder: Uint8Array;
}

/** The positions that stand at a revision, sorted as columns are. */
export async function readPositionColumns(
  tx: Transaction,
  revision: number,
): Promise<PositionColumns> {
  return sortPositions(await readWhere(tx, standsAt(revision)));
}

/** The positions that stand at one revision but not at the other, in the order of their numbers. */
export async function readPositionsOnlyAt(
  tx: Transaction,
  revision: number,
  other: number,
): Promise<PositionColumns> {
  const [low, high] = revision < other ? [revision, other] : [other, revision];
  return readWhere(
    tx,
    // What differs was begun or ended in between: two indexes find it, which one OR would not use.
    Prisma.sql`id IN (
        SELECT id FROM position WHERE since_revision > ${low} AND since_revision <= ${high}
        UNION SELECT id FROM position WHERE until_revision > ${low} AND until_revision <= ${high})
      AND ${standsAt(revision)} AND NOT ${standsAt(other)}`,
  );
}

function standsAt(revision: number): Prisma.Sql {
  return Prisma.sql`(since_revision <= ${revision}
    AND (until_revision IS NULL OR until_revision > ${revision}))`;
}

async function readWhere(tx: Transaction, condition: Prisma.Sql): Promise<PositionColumns> {
  const parts: PositionColumns[] = [];
  for (let after = 0; ; ) {
    const [packed] = await tx.$queryRaw<Packed[]>`
      WITH part AS MATERIALIZED (
        SELECT id, condition_id, holder_id, stated_on - DATE '1970-01-01' AS day, document_id, coder,
          ${TRAITS} AS traits
        FROM position WHERE id > ${after} AND ${condition} ORDER BY id LIMIT ${AT_ONCE}),
      names AS (SELECT coalesce(array_agg(DISTINCT coder), '{}') AS coders FROM part)
      SELECT count(*)::int AS length, (SELECT coders FROM names) AS coders,
        ${pack('id')} AS id, ${pack('condition_id')} AS condition, ${pack('holder_id')} AS holder,
        ${pack('day')} AS day, ${pack('document_id')} AS document, ${pack('traits')} AS traits,
        ${pack('array_position((SELECT coders FROM names), coder) - 1')} AS coder
      FROM (SELECT * FROM part ORDER BY id) AS part`;
    if (packed === undefined || packed.length === 0) break;
    const part = unpack(packed);
    parts.push(part);
    after = part.id.at(-1) ?? after;
    if (part.length < AT_ONCE) break;
  }
  return concatenate(parts);
}

function pack(column: string): Prisma.Sql {
  return Prisma.raw(`coalesce(string_agg(int4send(${column}), ''::bytea), ''::bytea)`);
}

/** What makes the kind of a position, but for its coder, in the bits of one number, lowest first. */
const BITS = {
  stance: 3,
  channel: 2,
  wording: 1,
  modality: 1,
  precision: 2,
  onOrBefore: 1,
} as const;
const AT = { stance: 0, channel: 3, wording: 5, modality: 6, precision: 7, onOrBefore: 9 } as const;
const RETELLINGS_AT = 10;
const MAX_RETELLINGS = 65_535;

const TRAITS = Prisma.raw(
  [
    `(${indexIn(STANCES, 'stance')} << ${AT.stance})`,
    `(${indexIn(CHANNELS, 'channel')} << ${AT.channel})`,
    `(${indexIn(WORDINGS, 'wording')} << ${AT.wording})`,
    `(${indexIn(MODALITIES, 'modality')} << ${AT.modality})`,
    `(${indexIn(DATE_PRECISIONS, 'stated_on_precision')} << ${AT.precision})`,
    `(on_or_before::int << ${AT.onOrBefore})`,
    `(least(retellings, ${MAX_RETELLINGS}) << ${RETELLINGS_AT})`,
  ].join(' | '),
);

function indexIn(words: readonly string[], column: string): string {
  return `CASE ${column} ${words.map((word, i) => `WHEN '${word}' THEN ${i}`).join(' ')} END`;
}

function unpack(packed: Packed): PositionColumns {
  const { length, coders } = packed;
  const traits = numbers(packed.traits);
  const coder = numbers(packed.coder);
  const list = new KindList();
  const known = new Map<number, number>();
  const kind = traits.map((each, row) => {
    const both = each * coders.length + (coder[row] ?? 0);
    const number = known.get(both) ?? list.numberOf(kindOf(each, coders[coder[row] ?? 0] ?? ''));
    known.set(both, number);
    return number;
  });
  return {
    length,
    id: numbers(packed.id),
    condition: numbers(packed.condition),
    holder: numbers(packed.holder),
    day: numbers(packed.day),
    document: numbers(packed.document),
    kind,
    kinds: list.kinds,
  };
}

function kindOf(traits: number, coder: string): PositionKind {
  const bits = (name: keyof typeof BITS): number => (traits >>> AT[name]) & ((1 << BITS[name]) - 1);
  return {
    stance: STANCE_VALUE[wordAt(STANCES, bits('stance'))],
    channel: wordAt(CHANNELS, bits('channel')),
    wording: wordAt(WORDINGS, bits('wording')),
    modality: wordAt(MODALITIES, bits('modality')),
    precision: wordAt(DATE_PRECISIONS, bits('precision')),
    onOrBefore: bits('onOrBefore') === 1,
    retellings: traits >>> RETELLINGS_AT,
    coder,
  };
}

function wordAt<Word extends string>(words: readonly Word[], index: number): Word {
  const word = words[index];
  if (word === undefined) throw new RangeError(`There is no word ${index} in ${words.join(', ')}.`);
  return word;
}

/** Whole numbers of four bytes each, the highest first. */
function numbers(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getInt32(i * 4));
}

/** One set of columns out of several, with one list of kinds. */
function concatenate(parts: readonly PositionColumns[]): PositionColumns {
  const list = new KindList();
  const renumbered = parts.map(({ kinds }) => kinds.map((kind) => list.numberOf(kind)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return makeColumns(length, list.kinds, (name, fresh) => {
    let at = 0;
    for (const [i, part] of parts.entries()) {
      const column = part[name];
      fresh.set(name === 'kind' ? column.map((kind) => renumbered[i]?.[kind] ?? 0) : column, at);
      at += part.length;
    }
  });
}
