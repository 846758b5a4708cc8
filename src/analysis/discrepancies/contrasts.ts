import { attributesAt, type PositionColumns } from '#src/domain/position-columns.ts';

/** Aspects other than stance and date in which two positions can differ. */
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

/** An aspect in which two positions differ, with both values; holders and documents by number. */
export interface Contrast {
  readonly aspect: ContrastAspect;
  readonly a: number | string;
  readonly b: number | string;
}

/**
 * The aspects in which the positions at indices a and b differ, beside stance and date.
 *
 * Contrasts suggest explanations of a discrepancy other than its kinds: another holder, document or
 * coder. Example: a public and a private remark in one cable → CHANNEL. Undefined cases: none;
 * positions without a difference have no contrasts.
 */
export function contrasts(columns: PositionColumns, a: number, b: number): readonly Contrast[] {
  const [ofA, ofB] = [valuesAt(columns, a), valuesAt(columns, b)];
  return CONTRAST_ASPECTS.map((aspect) => ({ aspect, a: ofA[aspect], b: ofB[aspect] })).filter(
    (contrast) => contrast.a !== contrast.b,
  );
}

function valuesAt(
  columns: PositionColumns,
  index: number,
): Readonly<Record<ContrastAspect, number | string>> {
  const { channel, wording, retellings, modality, coder } = attributesAt(columns, index);
  return {
    HOLDER: columns.holder[index] ?? 0,
    CHANNEL: channel,
    WORDING: wording,
    RETELLINGS: retellings,
    MODALITY: modality,
    DOCUMENT: columns.document[index] ?? 0,
    CODER: coder,
  };
}
