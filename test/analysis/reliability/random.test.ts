import { describe, expect, it } from 'vitest';
import { binomial } from '#src/analysis/reliability/binomial.ts';
import { seeded, splitMix, xoshiro } from '#src/analysis/reliability/random.ts';

describe('random numbers', () => {
  it('match the reference implementations of xoshiro128** and SplitMix64', () => {
    const next = xoshiro([1, 2, 3, 4]);

    expect(Array.from({ length: 6 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ]);
    expect(splitMix(0n)).toEqual([0xe220a8397b1dcdafn, 0x6e789e6aa1b965f4n]);
  });

  it('are between 0 and 1, and differ by seed', () => {
    const [one, other] = [seeded(1), seeded(-2)];

    const drawn = Array.from({ length: 20_000 }, one);

    expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(drawn.reduce((a, b) => a + b, 0) / drawn.length).toBeCloseTo(0.5, 2);
    expect(other()).not.toBe(seeded(1)());
  });
});

describe('a binomial random number', () => {
  it.each([
    [10, 0.3],
    [12, 0.9],
    [1000, 0.004],
    [50, 0.5],
    [1000, 0.3],
    [1_000_000, 0.8],
  ])('has the expected mean and variance: n = %d, p = %d', (n, p) => {
    const random = seeded(7);
    const size = 20_000;

    const drawn = Array.from({ length: size }, () => binomial(n, p, random));

    const average = drawn.reduce((a, b) => a + b, 0) / size;
    const variance = drawn.reduce((a, b) => a + (b - average) ** 2, 0) / size;
    const deviation = Math.sqrt(n * p * (1 - p));
    // Four standard errors of the mean; a twentieth of the variance is five of its own.
    expect(Math.abs(average - n * p)).toBeLessThan((4 * deviation) / Math.sqrt(size));
    expect(Math.abs(variance / deviation ** 2 - 1)).toBeLessThan(0.05);
  });

  it.each([
    [5, 0.4],
    [40, 0.4],
  ])('occurs with the expected frequency: n = %d, p = %d', (n, p) => {
    const random = seeded(3);
    const size = 40_000;
    const seen = new Map<number, number>();

    for (let i = 0; i < size; i += 1) {
      const k = binomial(n, p, random);
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }

    let chance = (1 - p) ** n;
    for (let k = 0; k <= n; k += 1) {
      const expected = chance * size;
      expect(Math.abs((seen.get(k) ?? 0) - expected)).toBeLessThan(4.5 * Math.sqrt(expected) + 1);
      chance *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
  });

  it('is certain when n is 0 or p is 0 or 1', () => {
    const random = seeded(1);

    expect([binomial(9, 0, random), binomial(9, 1, random), binomial(0, 0.5, random)]).toEqual([
      0, 9, 0,
    ]);
  });
});
