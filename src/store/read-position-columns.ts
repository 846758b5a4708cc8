import type { PositionColumns } from '#src/domain/position-columns.ts';
import {
  CHANNELS,
  DATE_PRECISIONS,
  MODALITIES,
  STANCE_VALUE,
  type Stance,
  WORDINGS,
} from '#src/domain/vocabulary.ts';
import type {
  Channel,
  DatePrecision,
  Modality,
  PrismaClient,
  Wording,
} from './generated/client.ts';

interface Row {
  readonly id: number;
  readonly condition: number;
  readonly holder: number;
  readonly stance: Stance;
  readonly day: number;
  readonly precision: DatePrecision;
  readonly onOrBefore: boolean;
  readonly channel: Channel;
  readonly wording: Wording;
  readonly modality: Modality;
  readonly retellings: number;
  readonly document: number;
  readonly coder: string;
}

/** Reads the positions that stand at a revision, in one pass. */
export async function readPositionColumns(
  prisma: PrismaClient,
  revision: number,
): Promise<PositionColumns> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT id, condition_id AS condition, holder_id AS holder, stance::text,
      (stated_on - DATE '1970-01-01')::int AS day, stated_on_precision::text AS precision,
      on_or_before AS "onOrBefore", channel::text, wording::text, modality::text,
      retellings, document_id AS document, coder
    FROM position
    WHERE since_revision <= ${revision} AND (until_revision IS NULL OR until_revision > ${revision})
    ORDER BY stated_on, id`;
  const coders = [...new Set(rows.map((row) => row.coder))].toSorted();
  const coderIndex = new Map(coders.map((coder, i) => [coder, i]));
  return {
    length: rows.length,
    id: Int32Array.from(rows, (row) => row.id),
    condition: Int32Array.from(rows, (row) => row.condition),
    holder: Int32Array.from(rows, (row) => row.holder),
    stance: Int8Array.from(rows, (row) => STANCE_VALUE[row.stance]),
    day: Int32Array.from(rows, (row) => row.day),
    precision: Uint8Array.from(rows, (row) => DATE_PRECISIONS.indexOf(row.precision)),
    onOrBefore: Uint8Array.from(rows, (row) => Number(row.onOrBefore)),
    channel: Uint8Array.from(rows, (row) => CHANNELS.indexOf(row.channel)),
    wording: Uint8Array.from(rows, (row) => WORDINGS.indexOf(row.wording)),
    modality: Uint8Array.from(rows, (row) => MODALITIES.indexOf(row.modality)),
    retellings: Uint16Array.from(rows, (row) => row.retellings),
    document: Int32Array.from(rows, (row) => row.document),
    coder: Uint16Array.from(rows, (row) => coderIndex.get(row.coder) ?? 0),
    coders,
  };
}
