/** Nodes of a discourse network: actors, conditions, or both (Leifeld 2017). */
export type NetworkMode = 'ACTORS' | 'CONDITIONS' | 'TWO_MODE';

/**
 * Weight of an edge: number of pairs of statements, agreement, disagreement, or agreement minus
 * disagreement (network-weight.ts).
 */
export type NetworkWeight = 'IGNORE' | 'CONGRUENCE' | 'CONFLICT' | 'SUBTRACT';

/** Normalisations of one-mode networks (one-mode-network.ts). */
export type OneModeNormalisation =
  | 'NONE'
  | 'AVERAGE_ACTIVITY'
  | 'JACCARD'
  | 'COSINE'
  | 'DNA_JACCARD'
  | 'DNA_COSINE';

/** Normalisations of two-mode networks (two-mode-network.ts). */
export type TwoModeNormalisation = 'NONE' | 'ACTIVITY' | 'PROMINENCE';

/** All normalisations. */
export type NetworkNormalisation = OneModeNormalisation | TwoModeNormalisation;

/** The valid combinations of mode, weight and normalisation. */
export type NetworkMeasure =
  | {
      readonly mode: 'ACTORS' | 'CONDITIONS';
      readonly weight: NetworkWeight;
      readonly normalisation: OneModeNormalisation;
    }
  | {
      readonly mode: 'TWO_MODE';
      readonly weight: 'IGNORE' | 'SUBTRACT';
      readonly normalisation: TwoModeNormalisation;
    };

/** Scope within which repeated statements count once; `ALL` counts every statement. */
export type NetworkDuplicates = 'ALL' | 'DOCUMENT' | 'MONTH' | 'YEAR' | 'RANGE';

/** The lowest and highest value of a codebook's scale, whether used or not. */
export interface DeclaredScale {
  readonly lowest: number;
  readonly highest: number;
}
