import type { Sliding } from '#src/analysis/network/calendar-windows.ts';
import type {
  NetworkDuplicates,
  NetworkMode,
  NetworkNormalisation,
  NetworkWeight,
} from '#src/analysis/network/network-options.ts';
import { Failure } from '#src/domain/failure.ts';
import { withActorChoice } from '../lookup/actor-choice.ts';
import type { PositionFilter } from '../positions/position-filter.ts';

/** Input of a network, in the terms of discourse network analysis (Leifeld 2017). */
export interface NetworkInput {
  /** The choice of actors as one value: `{ actors }` or `{ groupBy }`. */
  readonly of?: object | null | undefined;
  /** Slugs of actors; statements of everyone who spoke for them are included. */
  readonly actors?: readonly string[] | null | undefined;
  /** Actors of the statements if `actors` is omitted; `PARTY` by default. */
  readonly groupBy?: 'HOLDER' | 'PARTY' | null | undefined;
  /** Condition codes within `codebook`; all of its conditions by default. */
  readonly conditions?: readonly string[] | null | undefined;
  readonly codebook?: string | null | undefined;
  /** `ACTORS` by default. */
  readonly mode?: NetworkMode | null | undefined;
  /** `SUBTRACT` by default. */
  readonly weight?: NetworkWeight | null | undefined;
  /** `NONE` by default. */
  readonly normalisation?: NetworkNormalisation | null | undefined;
  /** `ALL` by default. */
  readonly duplicates?: NetworkDuplicates | null | undefined;
  /** Minimum absolute weight of an edge (≥ 0); all edges by default. */
  readonly threshold?: number | null | undefined;
  /** Windows of time; `step` defaults to `size`. */
  readonly windows?:
    | (Pick<Sliding, 'unit' | 'size'> & { readonly step?: number | null | undefined })
    | null
    | undefined;
  readonly filter?: PositionFilter | null | undefined;
}

/** The input with all defaults filled in. */
export type ResolvedNetworkInput = ReturnType<typeof resolveNetworkInput>;

/** Fills in defaults, so that equal questions have equal input. Throws `BAD_INPUT`. */
export function resolveNetworkInput(input: NetworkInput) {
  const chosen = withActorChoice(input);
  const { actors, groupBy, threshold, windows } = chosen;
  if (actors && groupBy)
    throw new Failure(
      'BAD_INPUT',
      `groupBy (${groupBy}) applies only to a network without named actors. Omit groupBy or actors.`,
      { input: ['groupBy'] },
    );
  if (threshold !== null && threshold !== undefined && threshold < 0)
    throw new Failure('BAD_INPUT', `threshold is ${threshold}; it must be 0 or more.`, {
      input: ['threshold'],
    });
  const sliding: Sliding | null = windows
    ? { unit: windows.unit, size: windows.size, step: windows.step ?? windows.size }
    : null;
  return {
    ...chosen,
    groupBy: actors ? null : (groupBy ?? 'PARTY'),
    mode: chosen.mode ?? 'ACTORS',
    weight: chosen.weight ?? 'SUBTRACT',
    normalisation: chosen.normalisation ?? 'NONE',
    duplicates: chosen.duplicates ?? 'ALL',
    threshold: threshold ?? null,
    windows: sliding,
  } as const;
}
