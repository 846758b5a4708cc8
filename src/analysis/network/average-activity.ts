/**
 * Average activity of two units, by which a weight is divided so that talkative ones do not seem
 * close to everybody: (n_i + n_i') / 2, where n_i counts all statements of unit i (Leifeld 2017).
 * Example: 3 and 4 statements → 3.5.
 * Undefined cases: neither has a statement → null.
 */
import type { NetworkProfile } from './network-profile.ts';

export function averageActivity(profile: NetworkProfile, a: number, b: number): number | null {
  const sum = (profile.activity[a] ?? 0) + (profile.activity[b] ?? 0);
  return sum === 0 ? null : sum / 2;
}
