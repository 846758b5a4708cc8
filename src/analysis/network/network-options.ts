/** What a discourse network can be asked for: its modes, weights and ways to count (Leifeld 2017). */

export type NetworkMode = 'ACTORS' | 'CONDITIONS' | 'TWO_MODE';

export type NetworkWeight = 'IGNORE' | 'CONGRUENCE' | 'CONFLICT' | 'SUBTRACT';

/** Of networks between nodes of one kind. */
export type OneModeNormalisation =
  | 'NONE'
  | 'AVERAGE_ACTIVITY'
  | 'JACCARD'
  | 'COSINE'
  | 'DNA_JACCARD'
  | 'DNA_COSINE';

/** Of networks between actors and conditions. */
export type TwoModeNormalisation = 'NONE' | 'ACTIVITY' | 'PROMINENCE';

export type NetworkNormalisation = OneModeNormalisation | TwoModeNormalisation;

/** The combinations that have a meaning. */
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

export type NetworkDuplicates = 'ALL' | 'DOCUMENT' | 'MONTH' | 'YEAR' | 'RANGE';

/** The declared scale of a codebook: its lowest and its highest value. */
export interface DeclaredScale {
  readonly lowest: number;
  readonly highest: number;
}
