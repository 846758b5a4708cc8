import type { ExplorerDocumentPositionsQuery } from '#src/client/generated/graphql.ts';
import type { Span } from './text-segments.ts';

export type ReaderPosition = NonNullable<
  ExplorerDocumentPositionsQuery['document']
>['positions']['nodes'][number];

/** Where each position is proven; they are counted from 1, in the order of their first words. */
export function evidenceSpans(positions: readonly ReaderPosition[]): readonly Span[] {
  return positions.flatMap(({ evidence }, i) =>
    evidence.map(({ start, end }) => ({ number: i + 1, start, end })),
  );
}
