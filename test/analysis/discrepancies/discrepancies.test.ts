import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparablePositions } from '#src/analysis/discrepancies/comparable-positions.ts';
import { contrasts } from '#src/analysis/discrepancies/contrasts.ts';
import {
  type ClashRule,
  countDiscrepancies,
} from '#src/analysis/discrepancies/count-discrepancies.ts';
import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
  kindsIn,
} from '#src/analysis/discrepancies/discrepancy-kinds.ts';
import {
  listDiscrepancies,
  placeOfDiscrepancy,
} from '#src/analysis/discrepancies/list-discrepancies.ts';
import { type AffiliationSpan, indexAffiliations, lineage } from '#src/domain/affiliation.ts';
import type { ActorKind, Channel, Wording } from '#src/domain/vocabulary.ts';
import { CHANNELS, MODALITIES, WORDINGS } from '#src/domain/vocabulary.ts';
import { columnsOf, type TestPosition } from '../columns.ts';

const [LEADER, POST, ENVOY, BUREAU, MOVEMENT, LEAGUE] = [0, 1, 2, 3, 4, 5];
const KINDS: readonly ActorKind[] = [
  'PERSON',
  'OFFICE',
  'PERSON',
  'ORGANISATION',
  'STATE',
  'COALITION',
];
const kindOf = (actor: number): ActorKind => KINDS[actor] ?? 'MEDIA_OUTLET';
const partOf = (memberId: number, organisationId: number, from: number | null = null) =>
  ({
    memberId,
    organisationId,
    kind: 'PART_OF',
    startedOn: from,
    endedOn: null,
  }) satisfies AffiliationSpan;
const affiliations = indexAffiliations([
  partOf(LEADER, BUREAU, 10),
  partOf(POST, MOVEMENT),
  partOf(ENVOY, POST, 5),
  partOf(BUREAU, MOVEMENT),
  partOf(MOVEMENT, LEAGUE),
]);
const code = <Word>(words: readonly Word[], word: Word): number => words.indexOf(word);

const ALL: ClashRule = { within: 365, atLeast: 1, kinds: null };

function compareAll(positions: readonly TestPosition[], rule: ClashRule) {
  const columns = columnsOf(positions);
  const indices = Int32Array.from(columns.id.keys());
  const laidOut = comparablePositions(columns, indices, [1, 0], affiliations, kindOf);
  const count = countDiscrepancies(laidOut, rule);
  return {
    count,
    list: (start = 0, end = count.total) => listDiscrepancies(laidOut, rule, count, start, end),
    placeOf: (a: number, b: number) => placeOfDiscrepancy(laidOut, rule, count, a, b),
  };
}

/** The kinds of the one pair of two positions whose stances differ. */
function kindsOfPair(a: TestPosition, b: TestPosition): readonly DiscrepancyKind[] {
  const [pair] = compareAll(
    [
      { stance: 2, ...a },
      { stance: -2, ...b },
    ],
    ALL,
  ).list();
  return pair ? kindsIn(pair.kinds) : [];
}

const channel = (word: Channel) => ({ channel: code(CHANNELS, word) });
const reported = (word: Wording, retellings: number) => ({
  wording: code(WORDINGS, word),
  retellings,
});

describe('the kind of a discrepancy', () => {
  it.each([
    ['PUBLIC', 'PRIVATE', 'PUBLIC_VS_PRIVATE'],
    ['INTERNAL', 'PUBLIC', 'PUBLIC_VS_PRIVATE'],
    ['PRIVATE', 'INTERNAL', 'OTHER'],
    ['PUBLIC', 'PUBLIC', 'OTHER'],
    ['PUBLIC', 'UNKNOWN', 'OTHER'],
    ['UNKNOWN', 'PRIVATE', 'OTHER'],
  ] as const)('between a %s and a %s channel is %s', (a, b, kind) => {
    expect(kindsOfPair(channel(a), channel(b))).toEqual([kind]);
  });

  it.each([
    ['VERBATIM', 1, 'PARAPHRASE', 1, 'OWN_WORDS_VS_REPORTED'],
    ['PARAPHRASE', 2, 'PARAPHRASE', 0, 'OWN_WORDS_VS_REPORTED'],
    ['VERBATIM', 3, 'PARAPHRASE', 0, 'OTHER'],
    ['PARAPHRASE', 1, 'PARAPHRASE', 2, 'OTHER'],
    ['VERBATIM', 0, 'VERBATIM', 2, 'OTHER'],
  ] as const)('between %s with %d retellings and %s with %d is %s', (a, m, b, n, kind) => {
    expect(kindsOfPair(reported(a, m), reported(b, n))).toEqual([kind]);
  });

  it('between an asserted and a denied position is ASSERTED_VS_DENIED', () => {
    const denied = { modality: code(MODALITIES, 'DENIED') };

    expect(kindsOfPair({}, denied)).toEqual(['ASSERTED_VS_DENIED']);
    expect(kindsOfPair(denied, denied)).toEqual(['OTHER']);
  });

  it.each([
    ['a leader and the bureau that he is part of', 'PERSON_VS_PARTY', LEADER, BUREAU, 10],
    ['a leader and a bureau that he joins later', 'OTHER', LEADER, BUREAU, 9],
    ['a leader and the movement of his bureau', 'PERSON_VS_PARTY', LEADER, MOVEMENT, 10],
    ['an office and its state', 'PERSON_VS_PARTY', POST, MOVEMENT, 0],
    ['the holder of an office and its state', 'PERSON_VS_PARTY', ENVOY, MOVEMENT, 5],
    ['the holder of an office and the office', 'OTHER', ENVOY, POST, 5],
    ['a person and an unrelated bureau', 'OTHER', ENVOY, BUREAU, 5],
    ['a bureau and its movement', 'OTHER', BUREAU, MOVEMENT, 5],
    ['a leader and a coalition', 'OTHER', LEADER, LEAGUE, 10],
  ] as const)('between %s is %s', (_who, kind, person, body, day) => {
    expect(kindsOfPair({ holder: person, day }, { holder: body, day: 12 })).toEqual([kind]);
    expect(kindsOfPair({ holder: body, day: 3 }, { holder: person, day })).toEqual([kind]);
  });

  it('includes every kind that applies', () => {
    const other = {
      channel: code(CHANNELS, 'PRIVATE'),
      wording: code(WORDINGS, 'PARAPHRASE'),
      retellings: 2,
      modality: code(MODALITIES, 'DENIED'),
      holder: MOVEMENT,
      day: 12,
    };

    expect(kindsOfPair({ holder: LEADER, day: 11 }, other)).toEqual(DISCREPANCY_KINDS.slice(0, 4));
  });
});

describe('the contrasts of two positions', () => {
  it('list every aspect in which they differ, with both values', () => {
    const columns = columnsOf([
      { stance: 2, day: 4, channel: 1, coder: 1, retellings: 2 },
      { stance: -2, day: 9, holder: 3, coder: 1 },
    ]);

    expect(contrasts(columns, 0, 1)).toEqual([
      { aspect: 'HOLDER', a: 0, b: 3 },
      { aspect: 'CHANNEL', a: 'PRIVATE', b: 'PUBLIC' },
      { aspect: 'RETELLINGS', a: 2, b: 0 },
    ]);
    expect(contrasts(columns, 1, 1)).toEqual([]);
  });
});

const position = fc.record({
  holder: fc.nat(5),
  condition: fc.nat(1),
  stance: fc.integer({ min: -2, max: 2 }),
  day: fc.nat(20),
  channel: fc.nat(3),
  wording: fc.nat(1),
  modality: fc.nat(1),
  retellings: fc.nat(2),
  document: fc.nat(4),
  coder: fc.nat(1),
});
type Drawn = typeof position extends fc.Arbitrary<infer Value> ? Value : never;
const corpus = fc.array(position, { maxLength: 40 });
const rule = fc.record({
  within: fc.nat(22),
  atLeast: fc.integer({ min: 1, max: 4 }),
  kinds: fc.option(fc.subarray([...DISCREPANCY_KINDS])),
});

/** The kinds of a pair, computed directly from the two positions. */
function plainKinds(a: Drawn, b: Drawn): readonly DiscrepancyKind[] {
  const both = (test: (x: Drawn, y: Drawn) => boolean): boolean => test(a, b) || test(b, a);
  const isPublic = (x: Drawn) => CHANNELS[x.channel] === 'PUBLIC';
  const isClosed = (x: Drawn) => ['PRIVATE', 'INTERNAL'].includes(CHANNELS[x.channel] ?? '');
  const inOwnWords = (x: Drawn) => WORDINGS[x.wording] === 'VERBATIM' || x.retellings === 0;
  const speaksFor = (x: Drawn, y: Drawn) =>
    ['PERSON', 'OFFICE'].includes(kindOf(x.holder)) &&
    ['ORGANISATION', 'STATE'].includes(kindOf(y.holder)) &&
    lineage(x.holder, x.day, affiliations).includes(y.holder);
  const kinds: DiscrepancyKind[] = [];
  if (both((x, y) => isPublic(x) && isClosed(y))) kinds.push('PUBLIC_VS_PRIVATE');
  if (inOwnWords(a) !== inOwnWords(b)) kinds.push('OWN_WORDS_VS_REPORTED');
  if (a.modality !== b.modality) kinds.push('ASSERTED_VS_DENIED');
  if (both(speaksFor)) kinds.push('PERSON_VS_PARTY');
  return kinds.length > 0 ? kinds : ['OTHER'];
}

/** Every pair of positions, checked one by one: condition 1 first, then 0, as in `compareAll`. */
function plainPairs(all: readonly Drawn[], { within, atLeast, kinds }: ClashRule) {
  const inOrder = all
    .map((one, row) => ({ ...one, row }))
    .toSorted((a, b) => b.condition - a.condition || a.day - b.day || a.row - b.row);
  return inOrder.flatMap((a, i) =>
    inOrder
      .slice(i + 1)
      .filter(
        (b) =>
          b.condition === a.condition &&
          b.day - a.day <= within &&
          // Where two coders of one document differ, the party does not.
          (b.document !== a.document || b.coder === a.coder) &&
          Math.abs(a.stance - b.stance) >= atLeast &&
          (kinds === null || plainKinds(a, b).some((kind) => kinds.includes(kind))),
      )
      .map((b) => ({ a: a.row, b: b.row, kinds: plainKinds(a, b) })),
  );
}

describe('discrepancies', () => {
  it('are pairs on one condition within the maximum days and above the minimum difference', () => {
    const { count, list } = compareAll(
      [
        { stance: 2, day: 0 },
        { stance: 2, day: 9 },
        { stance: -2, day: 10 },
        { stance: 1, day: 11 },
        { stance: -2, day: 10, condition: 1 },
      ],
      { within: 5, atLeast: 2, kinds: null },
    );

    expect(list().map(({ a, b }) => [a, b])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(count.total).toBe(2);
  });

  it('are listed and counted as in a comparison of every pair', () => {
    fc.assert(
      fc.property(corpus, rule, (all, given) => {
        const { count, list } = compareAll(all, given);

        const expected = plainPairs(all, given);
        expect(list().map((pair) => ({ ...pair, kinds: kindsIn(pair.kinds) }))).toEqual(expected);
        expect(count.total).toBe(expected.length);
        for (const kind of DISCREPANCY_KINDS) {
          const counted = count.byKinds.reduce(
            (sum, pairs, set) => (kindsIn(set).includes(kind) ? sum + pairs : sum),
            0,
          );
          expect(counted).toBe(expected.filter(({ kinds }) => kinds.includes(kind)).length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same in parts as in one list, and each is found at its place', () => {
    fc.assert(
      fc.property(corpus, rule, fc.integer({ min: 1, max: 9 }), (all, given, size) => {
        const { count, list, placeOf } = compareAll(all, given);
        const whole = list();

        const parts = Array.from({ length: Math.ceil(count.total / size) }, (_, i) =>
          list(i * size, Math.min(count.total, (i + 1) * size)),
        );

        expect(parts.flat()).toEqual(whole);
        expect(list(count.total, count.total + size)).toEqual([]);
        expect(whole.map(({ a, b }) => placeOf(a, b))).toEqual(whole.map((_, i) => i));
        expect(whole.map(({ a, b }) => placeOf(b, a))).toEqual(whole.map(() => null));
      }),
    );
  });

  it('are counted, and listed from both ends, when there are 225 million', () => {
    const half = 15_000;
    const positions = Array.from({ length: 2 * half }, (_, i) => ({ stance: i < half ? 2 : -2 }));

    const { count, list, placeOf } = compareAll(positions, ALL);

    expect(count.total).toBe(half * half);
    expect(list(0, 3).map(({ a, b }) => [a, b])).toEqual([
      [0, half],
      [0, half + 1],
      [0, half + 2],
    ]);
    expect(list(count.total - 2, count.total).map(({ a, b }) => [a, b])).toEqual([
      [half - 1, 2 * half - 2],
      [half - 1, 2 * half - 1],
    ]);
    expect(placeOf(half - 1, 2 * half - 2)).toBe(count.total - 2);
  });

  it('include no other pairs with fewer days or a greater minimum difference', () => {
    fc.assert(
      fc.property(corpus, rule, rule, (all, one, other) => {
        const { kinds } = one;
        const [near, far] = [one.within, other.within].toSorted((a, b) => a - b);
        const [little, much] = [one.atLeast, other.atLeast].toSorted((a, b) => a - b);
        const keys = (within = 0, atLeast = 1): string[] =>
          compareAll(all, { within, atLeast, kinds })
            .list()
            .map(({ a, b }) => `${a}/${b}`);

        const wide = new Set(keys(far, little));

        expect(keys(near, little).every((pair) => wide.has(pair))).toBe(true);
        expect(keys(far, much).every((pair) => wide.has(pair))).toBe(true);
      }),
    );
  });
});
