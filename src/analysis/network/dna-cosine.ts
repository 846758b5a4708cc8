import type { NetworkProfile } from './network-profile.ts';

/**
 * The divisor of the Discourse Network Analyzer's "cosine" setting (class `Exporter`): n_i · n_i',
 * the product of the two activities. It is not a cosine: equal profiles with several values give
 * less than 1. It reproduces that tool's figures; the cosine itself is `profileCosine`. Example: 3
 * and 4 statements → 12. Undefined cases: one of them has no statement → null.
 */
export function dnaCosine(profile: NetworkProfile, a: number, b: number): number | null {
  const product = (profile.activity[a] ?? 0) * (profile.activity[b] ?? 0);
  return product === 0 ? null : product;
}
