/**
 * One-mode weight of two units of a discourse network, before it is normalised.
 *
 *   ignore      Σ_j (Σ_k x_ijk)(Σ_k x_i'jk)                       = pairs
 *   congruence  Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · (1 − |k − k'| / R)  = pairs − steps / R
 *   conflict    Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · |k − k'| / R        = steps / R
 *   subtract    congruence − conflict                             = pairs − 2 · steps / R
 *
 * (Leifeld 2017; the Discourse Network Analyzer's class `Exporter`.) R is the range of the scale
 * that the codebook declares. The Analyzer takes that of the values it finds, so that its weights
 * change when somebody takes an extreme stance elsewhere. Returned as a numerator and what it is
 * over, so that a normalised weight is divided, and rounded, once.
 * Example: 4 pairs, 10 steps, R = 4: ignore 4, congruence 1.5, conflict 2.5, subtract −1.
 * Undefined cases: a scale of one level has no distances → null, but for `IGNORE`.
 */
import type { NetworkWeight } from './network-options.ts';
import type { StatementPairs } from './statement-pairs.ts';

export interface Quotient {
  readonly numerator: number;
  readonly over: number;
}

export function networkWeight(
  { pairs, steps }: StatementPairs,
  weight: NetworkWeight,
  range: number,
): Quotient | null {
  if (weight === 'IGNORE') return { numerator: pairs, over: 1 };
  if (range === 0) return null;
  if (weight === 'CONFLICT') return { numerator: steps, over: range };
  const less = weight === 'CONGRUENCE' ? steps : 2 * steps;
  return { numerator: range * pairs - less, over: range };
}
