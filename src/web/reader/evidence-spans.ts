import type { ExplorerDocumentPositionsQuery } from '#src/client/generated/graphql.ts';
import type { Span } from './text-segments.ts';

/** A position as the reader shows it. */
export type ReaderPosition = NonNullable<
  ExplorerDocumentPositionsQuery['document']
>['positions']['nodes'][number];

/** The quotations of all positions, but for those that have no place in a corrected text. Positions are numbered from 1, in their order. */
export function evidenceSpans(positions: readonly ReaderPosition[]): readonly Span[] {
  return positions.flatMap(({ evidence }, i) =>
    evidence
      .filter(({ orphaned }) => !orphaned)
      .map(({ start, end }) => ({ number: i + 1, start, end })),
  );
}
