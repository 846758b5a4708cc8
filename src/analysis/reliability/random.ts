/**
 * Random numbers that are the same for the same seed on every machine, so that a result that
 * rests on them can be asked for again.
 *
 * xoshiro128** (Blackman and Vigna 2021, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Transactions on Mathematical Software 47), which needs 32-bit integers only; its state is filled
 * from the seed by SplitMix64, as its authors advise (Steele, Lea and Flood 2014, OOPSLA).
 * Example: the state 1, 2, 3, 4 gives 11520, 0, 5927040, 70819200.
 */

/** The next number, evenly from 0 to 1, 1 exclusive. */
export type Random = () => number;

export type Words = readonly [number, number, number, number];

/** A source of random numbers from an integer. */
export function seeded(seed: number): Random {
  const [a, b] = splitMix(BigInt.asUintN(64, BigInt(seed)));
  const words = xoshiro([low(a), high(a), low(b), high(b)]);
  // 53 bits, as many as a fraction has, from two words.
  return () => ((words() >>> 5) * 2 ** 26 + (words() >>> 6)) / 2 ** 53;
}

/** 32-bit words, the generator itself. */
export function xoshiro(state: Words): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const word = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return word;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The first two numbers of SplitMix64. */
export function splitMix(seed: bigint): readonly [bigint, bigint] {
  const at = (step: bigint): bigint => {
    let z = BigInt.asUintN(64, seed + step * 0x9e3779b97f4a7c15n);
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  return [at(1n), at(2n)];
}

const low = (number: bigint): number => Number(BigInt.asIntN(32, number));
const high = (number: bigint): number => Number(BigInt.asIntN(32, number >> 32n));
