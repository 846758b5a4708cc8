import { describe, expect, it } from 'vitest';
import type { Store } from '#src/store/database/open-store.ts';
import { useOwnCorpus } from '#test/support/corpus.ts';

const READERS = 16;
const ROUNDS = 40;

/** Concurrent work that ends a transaction before the end of its own statement. */
const MEANWHILE: readonly [string, (store: Store, round: number) => Promise<unknown>][] = [
  [
    'transactions are committed',
    ({ prisma }, round) => prisma.$transaction((tx) => tx.$queryRaw`SELECT ${round}::int`),
  ],
  [
    'statements fail',
    ({ sql }) => expect(sql('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero'),
  ],
];

describe('concurrent statements on several connections', () => {
  const corpus = useOwnCorpus();

  it.each(MEANWHILE)('each receive their own result while %s', async (_what, act) => {
    const { store } = corpus;
    const over = new AbortController();
    const read = async (reader: number): Promise<unknown[]> => {
      const wrong: unknown[] = [];
      const values = Array.from({ length: 1 + (reader % 3) }, (_, i) => reader * 10 + i);
      const sum = values.map((_, i) => `$${i + 1}::int`).join(' + ');
      while (!over.signal.aborted) {
        const [row] = await store.sql<{ sum: number }>(`SELECT ${sum} AS sum`, values);
        if (row?.sum !== values.reduce((a, b) => a + b)) wrong.push(row);
      }
      return wrong;
    };
    const disturb = async (): Promise<void> => {
      try {
        for (let round = 0; round < ROUNDS; round += 1) await act(store, round);
      } finally {
        over.abort();
      }
    };

    const [, ...wrong] = await Promise.all([
      disturb(),
      ...Array.from({ length: READERS }, (_, reader) => read(reader)),
    ]);

    expect(wrong.flat()).toEqual([]);
  });
});
