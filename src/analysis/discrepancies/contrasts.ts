/**
 * Contrasts: the aspects in which two positions differ, beside stance and date, with both values.
 *
 * What sets two accounts apart as data, from which the kinds of a discrepancy follow, and by which
 * a reader finds other explanations: another holder, document or coder. Example: a public
 * remark and a private one in the same cable → CHANNEL. Undefined cases: none; positions that differ
 * in no aspect have no contrasts.
 */
import { kindAt, type PositionColumns } from '#src/domain/position-columns.ts';

export const CONTRAST_ASPECTS = [
  'HOLDER',
  'CHANNEL',
  'WORDING',
  'RETELLINGS',
  'MODALITY',
  'DOCUMENT',
  'CODER',
] as const;
export type ContrastAspect = (typeof CONTRAST_ASPECTS)[number];

/** Values are those of the columns: of holders and documents their numbers. */
export interface Contrast {
  readonly aspect: ContrastAspect;
  readonly a: number | string;
  readonly b: number | string;
}

export function contrasts(columns: PositionColumns, a: number, b: number): readonly Contrast[] {
  const [ofA, ofB] = [valuesAt(columns, a), valuesAt(columns, b)];
  return CONTRAST_ASPECTS.map((aspect) => ({ aspect, a: ofA[aspect], b: ofB[aspect] })).filter(
    (contrast) => contrast.a !== contrast.b,
  );
}

function valuesAt(
  columns: PositionColumns,
  row: number,
): Readonly<Record<ContrastAspect, number | string>> {
  const { channel, wording, retellings, modality, coder } = kindAt(columns, row);
  return {
    HOLDER: columns.holder[row] ?? 0,
    CHANNEL: channel,
    WORDING: wording,
    RETELLINGS: retellings,
    MODALITY: modality,
    DOCUMENT: columns.document[row] ?? 0,
    CODER: coder,
  };
}
