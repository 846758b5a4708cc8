import { describe, expect, it } from 'vitest';
import { useOwnCorpus } from '#test/support/corpus.ts';

/** Mixtures of characters of one and of two UTF-16 units. */
const TEXTS = [
  'plain words',
  '🌊 before, and the words',
  'the words 🌊 inside 🌊🌊 them',
  'the words, and after 🌊',
  '🌊🌊🌊🌊🌊🌊🌊🌊',
  'é🌊é🌊e\u0301🌊漢字🌊',
];

describe('text offsets in the database', () => {
  const corpus = useOwnCorpus();

  it.each(TEXTS)('count UTF-16 units as in JavaScript: %s', async (text) => {
    const pairs: { start: number; end: number }[] = [];
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) pairs.push({ start, end });
    }

    const rows = await corpus.store.prisma.$queryRaw<{ slice: string | null; length: number }[]>`
      SELECT utf16_slice(${text}, start, "end") AS slice, utf16_length(${text}) AS length
      FROM json_to_recordset(${JSON.stringify(pairs)}::json) AS pair(start int, "end" int)`;

    const expected = pairs.map(({ start, end }) => {
      const slice = text.slice(start, end);
      return slice.isWellFormed() ? slice : null;
    });
    expect(rows.map((row) => row.slice)).toEqual(expected);
    expect(rows[0]?.length).toBe(text.length);
  });
});
