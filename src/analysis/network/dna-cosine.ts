/**
 * What the Discourse Network Analyzer divides by under the name of cosine: n_i · n_i', the product
 * of the two activities (class `Exporter`, setting "cosine"). It is no cosine: two equal profiles
 * of several values stay below 1. It is here so that users of that tool find their figures again;
 * the cosine itself is profile-cosine.ts. Example: 3 and 4 statements → 12.
 * Undefined cases: one of them has no statement → null.
 */
import type { NetworkProfile } from './network-profile.ts';

export function dnaCosine(profile: NetworkProfile, a: number, b: number): number | null {
  const product = (profile.activity[a] ?? 0) * (profile.activity[b] ?? 0);
  return product === 0 ? null : product;
}
