import fc from 'fast-check';
import leven from 'leven';
import { describe, expect, it } from 'vitest';
import { formulationsOf } from '#src/analysis/formulations/formulations-of.ts';
import { foldWording, groupWordings, type Use } from '#src/analysis/formulations/group-wordings.ts';
import { joinSimilar } from '#src/analysis/formulations/join-similar.ts';

const LIMITS = { wordings: 5000, steps: 1e9 };

const use = (id: number, day: number, words: string): Use => ({
  index: id,
  id,
  first: id,
  day,
  words,
});

function ids(uses: readonly Use[], threshold = 0.9): readonly (readonly number[])[] {
  return (groupWordings(uses, threshold, LIMITS) ?? []).map((group) => group.map(({ id }) => id));
}

const texts = fc.array(
  fc
    .array(fc.constantFrom('recognise', 'recognize', 'Israel', 'not', 'violence,', '“peace”'), {
      maxLength: 5,
    })
    .map((words) => words.join(' ')),
  { maxLength: 20 },
);
const uses = fc
  .tuple(texts, fc.array(fc.nat(5), { minLength: 20, maxLength: 20 }))
  .map(([all, days]) => all.map((words, i) => use(i + 1, days[i] ?? 0, words)));

describe('wordings', () => {
  it('are equal if they differ only in case, white space, quotation marks or punctuation', () => {
    const same = [
      'Recognise Israel’s right to exist.',
      'recognise\nIsrael\u2019s   right to exist',
      "“RECOGNISE Israel's right – to exist!”",
    ];

    expect(new Set(same.map(foldWording))).toEqual(new Set(['recognise israels right to exist']));
    expect(foldWording('«признать Израиль», Ḥamās')).toBe('признать израиль hamas');
    expect(foldWording('…')).toBe('');
  });

  it('form one formulation if they differ in a few characters, led by the first use', () => {
    const all = [
      use(1, 9, 'recognize Israel'),
      use(2, 5, 'Recognise Israel!'),
      use(3, 7, 'reject Israel'),
      use(4, 9, 'recognise Israel'),
    ];

    expect(ids(all)).toEqual([[2, 4, 1], [3]]);
    expect(ids(all, 1)).toEqual([[2, 4], [3], [1]]);
    expect(ids(all, 0)).toEqual([[2, 3, 4, 1]]);
  });

  it('join the most similar earlier formulation', () => {
    const all = [
      use(1, 1, 'aaaaaaaaaa'),
      use(2, 2, 'aaaaabbbbb'),
      use(3, 3, 'aaaabbbbbb'),
      use(4, 4, 'aaaaaaaaab'),
    ];

    expect(ids(all, 0.6)).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  it('are not chained: every member is similar to the leader', () => {
    const all = [use(1, 1, 'aaaaaaaaaa'), use(2, 2, 'aaaaaaaaab'), use(3, 3, 'aaaaaaaabb')];

    expect(ids(all, 0.9)).toEqual([[1, 2], [3]]);
  });

  it('are not grouped when they are too many or too long', () => {
    const all = [use(1, 1, 'a b c d'), use(2, 2, 'a b c e'), use(3, 3, 'x')];

    expect(groupWordings(all, 0.8, { ...LIMITS, wordings: 2 })).toBeNull();
    expect(groupWordings(all, 0.8, { ...LIMITS, steps: 40 })).toBeNull();
    expect(groupWordings(all, 0.8, { wordings: 3, steps: 60 })).toHaveLength(2);
  });

  it('belong to exactly one formulation, and are similar to its leader', () => {
    fc.assert(
      fc.property(uses, fc.double({ min: 0, max: 1, noNaN: true }), (all, threshold) => {
        const groups = groupWordings(all, threshold, LIMITS) ?? [];

        const found = groups.flat().map(({ id }) => id);
        expect(found.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        for (const group of groups) {
          const leader = foldWording(group[0]?.words ?? '');
          for (const { words } of group)
            expect(similarity(foldWording(words), leader)).toBeGreaterThanOrEqual(threshold - 1e-9);
        }
      }),
    );
  });

  it('are grouped only if identical at a threshold of 1', () => {
    fc.assert(
      fc.property(uses, (all) => {
        const groups = groupWordings(all, 1, LIMITS) ?? [];

        const leaders = groups.map((group) => new Set(group.map((u) => foldWording(u.words))));
        expect(leaders.every(({ size }) => size === 1)).toBe(true);
        expect(new Set(leaders.flatMap((set) => [...set])).size).toBe(groups.length);
      }),
    );
  });

  it('are grouped the same in any order', () => {
    fc.assert(
      fc.property(uses, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (all, weights) => {
        const shuffled = all
          .map((each, i) => ({ each, weight: weights[i] ?? 0 }))
          .toSorted((a, b) => a.weight - b.weight)
          .map(({ each }) => each);

        expect(ids(shuffled)).toEqual(ids(all));
      }),
    );
  });
});

describe('joinSimilar', () => {
  it('gives the same groups as a comparison of every pair', () => {
    const words = fc.array(fc.stringMatching(/^[a-c ]{0,9}$/), { maxLength: 14 });
    fc.assert(
      fc.property(words, fc.constantFrom(0.3, 0.5, 0.7, 0.8, 0.9), (some, threshold) => {
        const distinct = [...new Set(some)];

        expect(joinSimilar(distinct, threshold)).toEqual(naively(distinct, threshold));
      }),
    );
  });

  it('gives the same groups as a comparison of every pair for long texts with a few edits', () => {
    const sentence = 'they must recognise the state and accept what was agreed before';
    const edits = fc.array(fc.tuple(fc.nat(70), fc.constantFrom('', 'x', 'of ', 'z')), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        fc.array(edits, { maxLength: 12 }),
        fc.constantFrom(0.75, 0.8, 0.85, 0.9, 0.95),
        (some, threshold) => {
          const distinct = [
            ...new Set(
              some.map((all) =>
                all.reduce(
                  (text, [at, put]) => text.slice(0, at) + put + text.slice(at + 1),
                  sentence,
                ),
              ),
            ),
          ];

          expect(joinSimilar(distinct, threshold)).toEqual(naively(distinct, threshold));
        },
      ),
    );
  });

  it('computes the edit distance of few pairs among many wordings', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      Array.from({ length: 15 }, (__, w) => word(i * 15 + w + 1)).join(' '),
    );

    // Of half a million pairs of a hundred characters, fewer than a hundred.
    expect(joinSimilar(many, 0.9, 100 * 110 * 110)).toEqual(many.map((_, i) => i));
  });
});

describe('the formulations of a party', () => {
  const [RUSSIA, HAMAS, QUARTET] = [1, 2, 3];
  const party = new Map([
    [1, QUARTET],
    [2, RUSSIA],
    [3, HAMAS],
    [4, RUSSIA],
    [5, HAMAS],
  ]);
  const partyOf = ({ id }: Use) => party.get(id) ?? 0;
  const groups =
    groupWordings(
      [
        use(1, 1, 'renounce violence'),
        use(2, 5, 'renounce violence'),
        use(3, 8, 'a long truce'),
        use(4, 8, 'a long truce'),
        use(5, 9, 'Renounce violence'),
      ],
      1,
      LIMITS,
    ) ?? [];
  const of = (actor: number) => formulationsOf(groups, (u) => partyOf(u) === actor, partyOf);

  it('are sorted by its own first use, with the other parties that used each', () => {
    const russian = of(RUSSIA);

    expect(russian.map(({ uses: own }) => own.map(({ id }) => id))).toEqual([[2], [4]]);
    expect(russian.map(({ firstAnywhere }) => firstAnywhere)).toEqual([false, true]);
    expect([...(russian[0]?.others.keys() ?? [])]).toEqual([QUARTET, HAMAS]);
    expect(of(HAMAS).map(({ uses: own }) => own[0]?.id)).toEqual([3, 5]);
  });

  it('are marked as first for every party that used them on the first day', () => {
    expect(of(HAMAS)[0]).toMatchObject({ firstAnywhere: true });
    expect(of(QUARTET)).toMatchObject([{ firstAnywhere: true }]);
  });
});

function similarity(a: string, b: string): number {
  return a === b ? 1 : 1 - leven(a, b) / Math.max(a.length, b.length);
}

/** A unique word. */
function word(n: number): string {
  return ((n * 2_654_435_761) % 4_294_967_296).toString(36);
}

/** As `joinSimilar`, by comparing every pair. */
function naively(all: readonly string[], threshold: number): readonly number[] {
  const leaders: number[] = [];
  return all.map((text, i) => {
    const near = leaders
      .map((leader) => ({ leader, at: similarity(text, all[leader] ?? '') }))
      .filter(({ at }) => at >= threshold - 1e-9)
      .toSorted((a, b) => b.at - a.at || a.leader - b.leader);
    if (near[0]) return near[0].leader;
    leaders.push(i);
    return i;
  });
}
