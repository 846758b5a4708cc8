import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesByLength } from '#src/store/write/bulk-insert.ts';

describe('batches of records', () => {
  it('hold all records in order, within the maximum number and length', () => {
    const lengths = fc.array(fc.oneof(fc.nat(3), fc.nat(6_000_000)), { maxLength: 60 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 10 }), (items, count) => {
        const batches = [...batchesByLength(items, count, (length) => length)];

        expect(batches.flatMap(({ batch }) => batch)).toEqual(items);
        let offset = 0;
        for (const each of batches) {
          const sum = each.batch.reduce((total, length) => total + length, 0);
          expect(each.offset).toBe(offset);
          expect(each.batch.length).toBeLessThanOrEqual(count);
          expect(each.batch.length === 1 || sum <= 4_000_000).toBe(true);
          offset += each.batch.length;
        }
      }),
    );
  });

  it('are as few as their maximum allows', () => {
    expect([...batchesByLength([1, 2, 3, 4, 5], 2, () => 0)]).toHaveLength(3);
    expect([
      ...batchesByLength([1_500_000, 1_500_000, 1_500_000], 9, (length) => length),
    ]).toHaveLength(2);
  });
});
