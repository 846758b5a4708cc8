import type { NetworkWeight } from './network-options.ts';
import type { StatementPairs } from './statement-pairs.ts';

/**
 * A weight as numerator and denominator, so that a normalised weight is divided, and rounded, once.
 */
export interface Quotient {
  readonly numerator: number;
  readonly over: number;
}

/**
 * One-mode weight of two units of a discourse network, before normalisation.
 *
 *   ignore      Σ_j (Σ_k x_ijk)(Σ_k x_i'jk)                       = pairs
 *   congruence  Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · (1 − |k − k'| / R)  = pairs − steps / R
 *   conflict    Σ_j Σ_k Σ_k' x_ijk · x_i'jk' · |k − k'| / R        = steps / R
 *   subtract    congruence − conflict                             = pairs − 2 · steps / R
 *
 * Source: Leifeld 2017; the Discourse Network Analyzer's class `Exporter`. `range` R is that of the
 * scale the codebook declares. The Analyzer uses the range of the observed values, so that its
 * weights change with an extreme stance anywhere in the data. Example: 4 pairs, 10 steps, R = 4 →
 * ignore 4, congruence 1.5, conflict 2.5, subtract −1. Undefined cases: a scale of one level has no
 * distances → null, except for `IGNORE`.
 */
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
