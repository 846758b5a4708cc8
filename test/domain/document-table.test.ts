import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '#src/domain/document-table.ts';

const references = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 40 });

function tableWith(names: readonly string[]) {
  return tableOf(
    names.map((reference, id) => ({
      id,
      reference,
      title: id % 2 === 0 ? reference : null,
      kind: 'CABLE' as const,
      release: 'LEAK' as const,
      createdOn: null,
      authors: [],
    })),
  );
}

describe('a table of documents', () => {
  it('returns every reference and title as it was', () => {
    fc.assert(
      fc.property(references, (names) => {
        const table = tableWith(names);

        expect([...table.heads()].map(({ reference }) => reference)).toEqual(names);
        expect(names.map((name) => table.idOf(name))).toEqual([...names.keys()]);
        expect([...table.heads()].map(({ title }) => title)).toEqual(
          names.map((name, id) => (id % 2 === 0 ? name : null)),
        );
      }),
    );
  });

  it('finds the references that sort nearest to a name', () => {
    fc.assert(
      fc.property(references, fc.string(), fc.integer({ min: 1, max: 50 }), (names, name, most) => {
        const near = [...tableWith(names).referencesNear(name, most)];

        const lower = names.map((each) => each.toLowerCase());
        const before = lower.filter((each) => each < name.toLowerCase()).length;
        expect(near).toHaveLength(Math.min(most, names.length));
        const found = near.map((each) => each.toLowerCase());
        expect(found).toEqual(found.toSorted((a, b) => (a < b ? -1 : 1)));
        const missingBefore = lower.filter((each) => each < (found[0] ?? '')).length;
        expect(missingBefore).toBeLessThanOrEqual(Math.max(0, before - (most >>> 1)));
        expect(missingBefore + near.length).toBeGreaterThanOrEqual(
          Math.min(names.length, before - (most >>> 1) + most),
        );
      }),
    );
  });
});
