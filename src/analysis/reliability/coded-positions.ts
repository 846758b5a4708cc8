import {
  attributesAt,
  codersIn,
  type Indices,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import type { CodedPosition, Span } from './match-units.ts';

/**
 * The positions at these indices with the spans of their quotations. `evidence` lists one quotation
 * at each index: the position's id, the text's id, and its offsets in UTF-16 units, end exclusive.
 * Undefined cases: a position without evidence has `text` null and no spans.
 */
export function codedPositions(
  columns: PositionColumns,
  indices: Indices,
  evidence: {
    readonly position: ArrayLike<number>;
    readonly text: ArrayLike<number>;
    readonly start: ArrayLike<number>;
    readonly end: ArrayLike<number>;
  },
): readonly CodedPosition[] {
  const found = new Map<number, { readonly text: number; readonly spans: Span[] }>();
  for (let i = 0; i < evidence.position.length; i += 1) {
    const span = { start: evidence.start[i] ?? 0, end: evidence.end[i] ?? 0 };
    const id = evidence.position[i] ?? 0;
    const before = found.get(id);
    if (before) before.spans.push(span);
    else found.set(id, { text: evidence.text[i] ?? 0, spans: [span] });
  }
  const coders = new Map(codersIn(columns).map((coder, number) => [coder, number]));
  const positions: CodedPosition[] = [];
  for (const index of indices) {
    const id = columns.id[index] ?? 0;
    const { coder, stance } = attributesAt(columns, index);
    positions.push({
      index,
      id,
      coder: coders.get(coder) ?? 0,
      document: columns.document[index] ?? 0,
      condition: columns.condition[index] ?? 0,
      holder: columns.holder[index] ?? 0,
      stance,
      text: found.get(id)?.text ?? null,
      spans: found.get(id)?.spans ?? [],
    });
  }
  return positions;
}
