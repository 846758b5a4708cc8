/**
 * Contrasts: the aspects in which two positions differ, beside stance and date, with both values.
 *
 * What sets two accounts apart as data, from which the kinds of a discrepancy follow, and by which
 * a reader finds other explanations: another holder, document or coder. Example: a public
 * remark and a private one in the same cable → CHANNEL. Undefined cases: none; positions that differ
 * in no aspect have no contrasts.
 */
import type { PositionColumns } from '#src/domain/position-columns.ts';

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

/** Values are those of the columns. */
export interface Contrast {
  readonly aspect: ContrastAspect;
  readonly a: number;
  readonly b: number;
}

export function contrasts(columns: PositionColumns, a: number, b: number): readonly Contrast[] {
  const values: Readonly<Record<ContrastAspect, ArrayLike<number>>> = {
    HOLDER: columns.holder,
    CHANNEL: columns.channel,
    WORDING: columns.wording,
    RETELLINGS: columns.retellings,
    MODALITY: columns.modality,
    DOCUMENT: columns.document,
    CODER: columns.coder,
  };
  return CONTRAST_ASPECTS.map((aspect) => ({
    aspect,
    a: values[aspect][a] ?? 0,
    b: values[aspect][b] ?? 0,
  })).filter((contrast) => contrast.a !== contrast.b);
}
