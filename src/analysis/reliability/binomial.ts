import type { Random } from './random.ts';

/**
 * A binomial random number: the successes of n trials, each with probability p.
 *
 * By inversion where n·p < 10 (Devroye 1986, Non-Uniform Random Variate Generation, X.4); otherwise
 * by transformed rejection, whose time does not depend on n (algorithm BTRS: Hörmann 1993, "The
 * generation of binomial random variates", Journal of Statistical Computation and Simulation 46).
 * Undefined cases: none; p ≤ 0 → 0 and p ≥ 1 → n.
 */
export function binomial(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(n, 1 - p, random);
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  let chance = Math.exp(n * Math.log1p(-p));
  let left = random() - chance;
  let k = 0;
  while (left >= 0 && k < n) {
    k += 1;
    chance *= ((n - k + 1) / k) * odds;
    left -= chance;
  }
  return k;
}

function byRejection(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  const spread = Math.sqrt(n * p * (1 - p));
  const mode = Math.floor((n + 1) * p);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * spread;
  const surely = 0.92 - 4.2 / b;
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const near = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / near + b) * u + n * p + 0.5);
    if (near >= 0.07 && v <= surely) return k;
    if (k < 0 || k > n) continue;
    const limit =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      tail(mode) +
      tail(n - mode) -
      tail(k) -
      tail(n - k);
    if (Math.log((v * alpha) / (a / near ** 2 + b)) <= limit) return k;
  }
}

/** ln k! minus Stirling's approximation in k + 1, to double precision from k = 10 on. */
function tail(k: number): number {
  const exact = TAILS[k];
  if (exact !== undefined) return exact;
  const squared = (k + 1) ** 2;
  return (1 / 12 - (1 / 360 - 1 / 1260 / squared) / squared) / (k + 1);
}

// ln k! − (k + ½) ln(k + 1) + (k + 1) − ½ ln 2π for k = 0 … 9.
const TAILS = Array.from({ length: 10 }, (_, k) => {
  let factorial = 1;
  for (let i = 2; i <= k; i += 1) factorial *= i;
  return Math.log(factorial) - (k + 0.5) * Math.log(k + 1) + (k + 1) - 0.5 * Math.log(2 * Math.PI);
});
