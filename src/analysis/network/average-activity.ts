import type { NetworkProfile } from './network-profile.ts';

/**
 * Average activity of two units, (n_i + n_i') / 2, where n_i is the number of statements of unit i
 * (Leifeld 2017). As a divisor it keeps active units from appearing close to all others. Example: 3
 * and 4 statements → 3.5. Undefined cases: neither has a statement → null.
 */
export function averageActivity(profile: NetworkProfile, a: number, b: number): number | null {
  const sum = (profile.activity[a] ?? 0) + (profile.activity[b] ?? 0);
  return sum === 0 ? null : sum / 2;
}
