/**
 * Discourse networks of a selection of statements, one for each window of time.
 *
 * Nodes are the same in every window, so that matrices can be laid upon each other; one that is
 * silent has activity 0 and no edges (Leifeld 2017).
 */
import type { Window } from './calendar-windows.ts';
import type { DeclaredScale, NetworkMeasure } from './network-options.ts';
import { networkProfile, swapRoles } from './network-profile.ts';
import type { NetworkStatements } from './network-statements.ts';
import { countsByWindow } from './network-windows.ts';
import { type NetworkEdge, oneModeNetwork } from './one-mode-network.ts';
import { themeTotals, twoModeNetwork } from './two-mode-network.ts';

/** Nodes are indexes: of the actors, of the conditions, or of the one after the other. */
export interface Network {
  readonly window: Window;
  /** Statements of each node, n_i or n_j. */
  readonly activity: readonly number[];
  readonly edges: readonly NetworkEdge[];
}

/** Yields network by network, so that a caller can stop when there are too many edges. */
export function* networks(
  statements: NetworkStatements,
  measure: NetworkMeasure,
  scale: DeclaredScale,
  windows: readonly Window[],
): Generator<Network, void, void> {
  const counts = countsByWindow(statements, windows);
  for (const window of windows) {
    const inWindow = counts.next().value;
    if (inWindow) yield { window, ...networkOf(inWindow, statements, measure, scale) };
  }
}

function networkOf(
  counts: Int32Array,
  { actors, conditions, levels }: NetworkStatements,
  measure: NetworkMeasure,
  { lowest, highest }: DeclaredScale,
): Omit<Network, 'window'> {
  const [rows, columns] = [actors.length, conditions.length];
  if (measure.mode === 'TWO_MODE') {
    const profile = networkProfile(counts, rows, columns, levels);
    const edges = twoModeNetwork(profile, measure.weight, measure.normalisation, lowest);
    return { activity: [...profile.activity, ...themeTotals(profile)], edges };
  }
  const profile =
    measure.mode === 'ACTORS'
      ? networkProfile(counts, rows, columns, levels)
      : networkProfile(swapRoles(counts, rows, columns, levels), columns, rows, levels);
  const { weight, normalisation } = measure;
  const edges = oneModeNetwork(profile, weight, normalisation, highest - lowest);
  return { activity: [...profile.activity], edges };
}
