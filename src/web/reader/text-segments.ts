/** Cuts a text where quotations begin and end, so that overlapping ones can be shown. */

export interface Span {
  /** Number of the position that it proves, as the reader counts them. */
  readonly number: number;
  /** Offsets in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Of all spans that cover it. */
  readonly numbers: readonly number[];
  /** Of those that begin here. */
  readonly begins: readonly number[];
}

/** The stretch from `start` to `end` as segments, in order and without gaps. */
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
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    const covering = here.filter((span) => span.start <= from && span.end >= to);
    return {
      start: from,
      end: to,
      numbers: [...new Set(covering.map(({ number }) => number))],
      begins: covering.filter((span) => span.start === from).map(({ number }) => number),
    };
  });
}
