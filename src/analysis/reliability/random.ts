/** Returns the next random number, uniform on [0, 1). */
export type Random = () => number;

/** The state of the generator: four 32-bit words, not all 0. */
export type Words = readonly [number, number, number, number];

/**
 * Random numbers from an integer seed, the same on every machine, so that results are reproducible.
 *
 * xoshiro128** (Blackman and Vigna 2021, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Transactions on Mathematical Software 47), with its state filled from the seed by SplitMix64 as
 * its authors recommend (Steele, Lea and Flood 2014, OOPSLA).
 */
export function seeded(seed: number): Random {
  const [a, b] = splitMix(BigInt.asUintN(64, BigInt(seed)));
  const words = xoshiro([low(a), high(a), low(b), high(b)]);
  // 53 bits, the precision of a double, from two words.
  return () => ((words() >>> 5) * 2 ** 26 + (words() >>> 6)) / 2 ** 53;
}

/**
 * The generator xoshiro128**: each call returns the next unsigned 32-bit word. Example: state 1, 2,
 * 3, 4 → 11520, 0, 5927040, 70819200.
 */
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

/** The first two 64-bit numbers of SplitMix64. */
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
