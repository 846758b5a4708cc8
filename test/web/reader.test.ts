import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitIntoBlocks } from '#src/web/reader/text-blocks.ts';
import { splitIntoSegments } from '#src/web/reader/text-segments.ts';

const range = fc
  .tuple(fc.nat(50), fc.nat(50))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const inOrder = (numbers: readonly number[]): readonly number[] =>
  numbers.toSorted((a, b) => a - b);

describe('splitIntoSegments', () => {
  it('returns adjacent segments, each with every quotation that covers it', () => {
    const spans = fc
      .array(range, { maxLength: 8 })
      .map((all) => all.map((span, i) => ({ ...span, number: i + 1 })));
    fc.assert(
      fc.property(range, spans, ({ start, end }, all) => {
        const result = splitIntoSegments(start, end, all);

        expect([result[0]?.start, result.at(-1)?.end]).toEqual([start, end]);
        for (const [i, segment] of result.entries()) {
          expect(segment.end).toBe(result[i + 1]?.start ?? end);
          for (let at = segment.start; at < segment.end; at += 1)
            expect(segment.numbers).toEqual(
              all.filter((span) => span.start <= at && at < span.end).map(({ number }) => number),
            );
        }
        const begins = result.flatMap((segment) => segment.begins);
        expect(inOrder(begins)).toEqual(
          inOrder(
            all
              .filter((span) => span.start >= start && span.start < end)
              .map(({ number }) => number),
          ),
        );
      }),
    );
  });
});

describe('splitIntoBlocks', () => {
  it('covers the whole text once, with a block for each passage', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), 100];
        const passages = places
          .slice(0, -1)
          .map((start, i) => ({ start, end: places[i + 1] ?? 100, number: i }))
          .filter((_, i) => i % 2 === 1);
        const document = { textLength: 100, passages, messages: [{ start: 0 }] };

        const result = splitIntoBlocks(
          document as unknown as Parameters<typeof splitIntoBlocks>[0],
        );

        expect(result.map(({ start }) => start)).toEqual(places.slice(0, -1));
        expect(result.at(-1)?.end).toBe(100);
        expect(result.flatMap(({ passage }) => passage ?? [])).toEqual(passages);
        expect(result[0]?.message).toEqual({ start: 0 });
      }),
    );
  });
});
