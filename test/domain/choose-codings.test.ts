import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCodings } from '#src/domain/apply-codings.ts';
import {
  type CodingRecord,
  type CodingTable,
  spliceCodings,
  tableOfCodings,
} from '#src/domain/coding-table.ts';
import {
  AttributeSetList,
  attributesAt,
  makeColumns,
  type PositionColumns,
} from '#src/domain/position-columns.ts';
import type { Counting, PositionStatus } from '#src/domain/vocabulary.ts';

type Coded = Omit<CodingRecord, 'id' | 'since'>;

const coding: fc.Arbitrary<Coded> = fc.record({
  document: fc.nat(3),
  codebook: fc.nat(1),
  coder: fc.constantFrom('anna', 'ben', 'Zoe'),
  status: fc.constantFrom<PositionStatus>('PROVISIONAL', 'SETTLED'),
});
const nameOf = ({ document, codebook, coder }: Coded): string =>
  [document, codebook, coder].join(' ');
const distinct = fc.uniqueArray(coding, { selector: nameOf, maxLength: 14 });

const withIds = (codings: readonly Coded[]): readonly CodingRecord[] =>
  codings.map((each, i) => ({ ...each, id: i + 1, since: 1 }));

const inOrder = (table: CodingTable) =>
  Array.from({ length: table.size }, (_, index) => table.at(index));

const withoutIds = (table: CodingTable) => inOrder(table).map(({ id: _, ...each }) => each);

/** What the rule says of each coding. */
function expected(codings: readonly Coded[]): ReadonlyMap<string, Counting> {
  const countingOf = ({ document, codebook, coder }: Coded): Counting => {
    const beside = codings.filter(
      (each) => each.document === document && each.codebook === codebook,
    );
    const settled = beside.filter(({ status }) => status === 'SETTLED');
    const coders = (settled.length > 0 ? settled : beside).map((each) => each.coder).toSorted();
    if (coder !== coders[0]) return 'NOT_COUNTED';
    return coders.length > 1 ? 'BY_RULE' : 'COUNTED';
  };
  return new Map(codings.map((each) => [nameOf(each), countingOf(each)]));
}

/** A position for each coding, whose condition is its codebook. */
function columnsOf(codings: readonly Coded[], counting: readonly Counting[]): PositionColumns {
  const list = new AttributeSetList();
  const sets = codings.map(({ coder, status }, i) =>
    list.numberOf({
      stance: 0,
      precision: 'DAY',
      onOrBefore: false,
      channel: 'PUBLIC',
      wording: 'VERBATIM',
      modality: 'ASSERTED',
      retellings: 0,
      coder,
      status,
      onBehalfOf: null,
      counting: counting[i] ?? 'COUNTED',
    }),
  );
  const values = {
    document: (i: number) => codings[i]?.document ?? 0,
    condition: (i: number) => codings[i]?.codebook ?? 0,
    attributeSet: (i: number) => sets[i] ?? 0,
  };
  return makeColumns(codings.length, list.attributeSets, (name, fresh) => {
    for (const i of codings.keys()) fresh[i] = name in values ? values[name as 'document'](i) : i;
  });
}

describe('of several codings of a document by one codebook', () => {
  it('the settled one counts, else the only one, else the first by name', () => {
    fc.assert(
      fc.property(distinct, (codings) => {
        const table = tableOfCodings(withIds(codings));

        const found = inOrder(table).map((each) => [nameOf(each), each.counting] as const);
        expect(new Map(found)).toEqual(expected(codings));
      }),
    );
  });

  it('the same counts when only the documents that changed are looked at', () => {
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        const changed = new Set([0, 2]);
        const kept = before.filter(({ document }) => !changed.has(document));
        const fresh = after.filter(({ document }) => changed.has(document));

        const spliced = spliceCodings(tableOfCodings(withIds(before)), changed, withIds(fresh));

        const whole = tableOfCodings(withIds([...kept, ...fresh]));
        expect(withoutIds(spliced)).toEqual(withoutIds(whole));
        expect(spliced.coders()).toEqual(whole.coders());
        for (const each of whole.columns.document.keys()) {
          const { document, codebook, coder } = whole.at(each);
          expect(spliced.indexOf(document, codebook, coder)).toBe(each);
        }
      }),
    );
  });

  it('positions take the status of their coding, and whether it counts', () => {
    fc.assert(
      fc.property(distinct, fc.nat(3), (codings, document) => {
        const table = tableOfCodings(withIds(codings));
        const counting = expected(codings);
        const now = codings.map((each) => counting.get(nameOf(each)) ?? 'COUNTED');
        // Those of one document are as they were before.
        const stale = codings.map((each, i) =>
          each.document === document ? 'COUNTED' : (now[i] ?? 'COUNTED'),
        );
        const columns = columnsOf(codings, stale);

        const applied = applyCodings(columns, table, (condition) => condition, new Set([document]));

        expect(codings.map((_, i) => attributesAt(applied, i).counting)).toEqual(now);
      }),
    );
  });

  it('documents whose codings compete unsettled are found, with what competes', () => {
    fc.assert(
      fc.property(distinct, (codings) => {
        const contested = tableOfCodings(withIds(codings)).contested(1);

        const byRule = [...expected(codings)].filter(([, counting]) => counting === 'BY_RULE');
        for (const document of [0, 1, 2, 3]) {
          const [name] = byRule.find(([each]) => each.startsWith(`${document} 1 `)) ?? [];
          const one = codings.find((each) => nameOf(each) === name);
          const status = one === undefined ? 0 : one.status === 'SETTLED' ? 2 : 1;
          expect(contested?.[document] ?? 0).toBe(status);
        }
      }),
    );
  });
});
