import type { PositionColumns } from '#src/domain/position-columns.ts';

/** A position of a made-up corpus, as far as a test cares. */
export interface TestPosition {
  readonly holder?: number;
  readonly condition?: number;
  readonly stance?: number;
  readonly day?: number;
  readonly precision?: number;
  readonly onOrBefore?: number;
  readonly channel?: number;
  readonly wording?: number;
  readonly modality?: number;
  readonly retellings?: number;
  readonly document?: number;
  readonly coder?: number;
}

export const CODERS = ['anna', 'ben'] as const;

export function columnsOf(positions: readonly TestPosition[]): PositionColumns {
  const column = (key: keyof TestPosition): number[] =>
    positions.map((position) => position[key] ?? 0);
  return {
    length: positions.length,
    id: Int32Array.from(positions, (_, i) => i + 1),
    condition: Int32Array.from(column('condition')),
    holder: Int32Array.from(column('holder')),
    stance: Int8Array.from(column('stance')),
    day: Int32Array.from(column('day')),
    precision: Uint8Array.from(column('precision')),
    onOrBefore: Uint8Array.from(column('onOrBefore')),
    channel: Uint8Array.from(column('channel')),
    wording: Uint8Array.from(column('wording')),
    modality: Uint8Array.from(column('modality')),
    retellings: Uint16Array.from(column('retellings')),
    document: Int32Array.from(column('document')),
    coder: Uint16Array.from(column('coder')),
    coders: CODERS,
  };
}
