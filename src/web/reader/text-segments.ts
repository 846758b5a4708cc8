/** Splits text where quotations start and end, so that overlapping ones can be marked. */

/** A quotation of a position. */
export interface Span {
  /** Number of the position, as shown in the reader. */
  readonly number: number;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A part of the text that is covered by the same quotations throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Positions whose quotations cover the segment. */
  readonly numbers: readonly number[];
  /** Positions whose quotations start here. */
  readonly begins: readonly number[];
}

/** The text from `start` to `end` as segments, in order and without gaps. */
export function splitIntoSegments(
  start: number,
  end: number,
  spans: readonly Span[],
): readonly Segment[] {
  const here = spans.filter((span) => span.start < end && span.end > start);
  const cuts = new Set([start, end]);
  for (const span of here) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const offsets = [...cuts].toSorted((a, b) => a - b);
  return offsets.slice(0, -1).map((from, i) => {
    const to = offsets[i + 1] ?? end;
    const covering = here.filter((span) => span.start <= from && span.end >= to);
    return {
      start: from,
      end: to,
      numbers: [...new Set(covering.map(({ number }) => number))],
      begins: covering.filter((span) => span.start === from).map(({ number }) => number),
    };
  });
}
