import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointlyCoded } from '#src/analysis/reliability/jointly-coded.ts';
import { type CodedPosition, matchUnits } from '#src/analysis/reliability/match-units.ts';
import { tableOfCodings } from '#src/domain/coding-table.ts';

const [ANNA, BEN, CLARA] = [0, 1, 2];

let ids = 0;
function coded(
  coder: number,
  start: number,
  end: number,
  other: Partial<CodedPosition> = {},
): CodedPosition {
  ids += 1;
  const unit = { document: 1, condition: 1, holder: 1, stance: 0, text: 1 };
  return { ...unit, index: ids, id: ids, coder, spans: [{ start, end }], ...other };
}

/** Units as lists of `coder:start-end`. */
function read(positions: readonly CodedPosition[]): readonly string[] {
  return matchUnits(positions).map((unit) =>
    unit
      .map(({ coder, spans }) => `${coder}:${spans.map((s) => `${s.start}-${s.end}`).join('+')}`)
      .join(' '),
  );
}

describe('matched units', () => {
  it('contain positions with overlapping quotations of any length', () => {
    expect(read([coded(ANNA, 0, 40), coded(BEN, 10, 45), coded(CLARA, 39, 60)])).toEqual([
      '0:0-40 1:10-45 2:39-60',
    ]);
  });

  it('do not contain positions with adjacent quotations', () => {
    expect(read([coded(ANNA, 0, 40), coded(BEN, 40, 45)])).toEqual(['0:0-40', '1:40-45']);
  });

  it('contain one position of each coder, the closest match; others form their own unit', () => {
    expect(read([coded(ANNA, 0, 40), coded(ANNA, 40, 80), coded(BEN, 10, 45)])).toEqual([
      '0:0-40 1:10-45',
      '0:40-80',
    ]);
    expect(read([coded(ANNA, 0, 40), coded(ANNA, 40, 80), coded(BEN, 30, 79)])).toEqual([
      '0:0-40',
      '1:30-79 0:40-80',
    ]);
  });

  it('weigh the overlap against the length of both quotations', () => {
    // Ben's long quotation shares 20 characters with the first, 10 with the second, exact one.
    const positions = [coded(ANNA, 0, 200), coded(ANNA, 200, 210), coded(BEN, 180, 210)];

    expect(read(positions)).toEqual(['0:0-200', '1:180-210 0:200-210']);
  });

  it('prefer the earlier quotation in a tie', () => {
    expect(read([coded(ANNA, 0, 10), coded(ANNA, 10, 20), coded(BEN, 5, 15)])).toEqual([
      '0:0-10 1:5-15',
      '0:10-20',
    ]);
  });

  it.each(['document', 'condition', 'holder', 'text'])(
    'contain positions of only one %s',
    (field) => {
      expect(read([coded(ANNA, 0, 10), coded(BEN, 0, 10, { [field]: 2 })])).toHaveLength(2);
    },
  );

  it('add up the overlaps of several quotations of a position', () => {
    const broken = coded(BEN, 0, 0, {
      spans: [
        { start: 0, end: 10 },
        { start: 50, end: 90 },
      ],
    });

    expect(read([coded(ANNA, 0, 10), coded(ANNA, 50, 90), broken])).toEqual([
      '0:0-10',
      '1:0-10+50-90 0:50-90',
    ]);
  });

  it('contain one position if it has no evidence', () => {
    const bare = { text: null, spans: [] };

    expect(read([coded(ANNA, 0, 0, bare), coded(BEN, 0, 0, bare)])).toEqual(['0:', '1:']);
  });

  const positions = fc
    .uniqueArray(
      fc.record({
        coder: fc.nat(2),
        start: fc.nat(30),
        length: fc.integer({ min: 1, max: 12 }),
        holder: fc.nat(1),
      }),
      { selector: (p) => `${p.coder} ${p.start} ${p.length} ${p.holder}`, maxLength: 24 },
    )
    .map((all) =>
      all.map(({ coder, start, length, holder }) =>
        coded(coder, start, start + length, { holder }),
      ),
    );

  it('contain every position once, and no coder twice', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const units = matchUnits(all);

        expect(new Set(units.flat())).toEqual(new Set(all));
        expect(units.flat()).toHaveLength(all.length);
        for (const unit of units)
          expect(new Set(unit.map(({ coder }) => coder)).size).toBe(unit.length);
      }),
    );
  });

  it('do not separate overlapping positions that could form one unit', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const units = matchUnits(all);

        for (const one of units)
          for (const other of units) {
            if (one === other) continue;
            const coders = [...one, ...other].map(({ coder }) => coder);
            const apart = new Set(coders).size < coders.length;
            expect(apart || !one.some((a) => other.some((b) => overlaps(a, b)))).toBe(true);
          }
      }),
    );
  });

  it('do not depend on the order, the ids or the numbers of the coders', () => {
    fc.assert(
      fc.property(positions, fc.infiniteStream(fc.nat()), (all, weights) => {
        const shuffled = all
          .map((position, i) => ({ position, i, weight: weights.next().value ?? 0 }))
          .toSorted((a, b) => a.weight - b.weight || b.i - a.i)
          .map(({ position }, i) => ({ ...position, id: i, coder: (position.coder + 1) % 3 }));

        expect(shape(shuffled, (coder) => coder)).toEqual(shape(all, (coder) => (coder + 1) % 3));
      }),
    );
  });
});

/** Units as text, with renamed coders. */
function shape(all: readonly CodedPosition[], name: (coder: number) => number): readonly string[] {
  return matchUnits(all)
    .map((unit) =>
      unit
        .map((p) => `${p.holder} ${p.spans[0]?.start}-${p.spans[0]?.end} ${name(p.coder)}`)
        .toSorted()
        .join(' / '),
    )
    .toSorted();
}

function overlaps(a: CodedPosition, b: CodedPosition): boolean {
  const [one, other] = [a.spans[0], b.spans[0]];
  if (!one || !other || a.holder !== b.holder) return false;
  return one.start < other.end && other.start < one.end;
}

describe('jointly coded documents', () => {
  it('are those which at least two of the coders coded by the codebook', () => {
    const coding = { since: 1, status: 'PROVISIONAL', codebook: 1 } as const;
    const codings = tableOfCodings([
      { ...coding, id: 1, document: 1, coder: 'anna' },
      { ...coding, id: 2, document: 1, coder: 'ben' },
      { ...coding, id: 3, document: 2, coder: 'anna' },
      { ...coding, id: 4, document: 3, coder: 'anna' },
      { ...coding, id: 5, document: 3, coder: 'ben', codebook: 2 },
      { ...coding, id: 6, document: 3, coder: 'clara' },
    ]);

    expect(jointlyCoded(codings, 1, new Set(['anna', 'ben']))).toEqual(new Set([1]));
    expect(jointlyCoded(codings, 1, new Set(['anna', 'ben', 'clara']))).toEqual(new Set([1, 3]));
    expect(jointlyCoded(codings, 1, new Set(['anna']))).toEqual(new Set());
  });
});
