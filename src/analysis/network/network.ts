import type { Window } from './calendar-windows.ts';
import type { DeclaredScale, NetworkMeasure } from './network-options.ts';
import { networkProfile, swapRoles } from './network-profile.ts';
import type { NetworkStatements } from './network-statements.ts';
import { countsByWindow } from './network-windows.ts';
import { type NetworkEdge, oneModeNetwork } from './one-mode-network.ts';
import { themeTotals, twoModeNetwork } from './two-mode-network.ts';

/**
 * A discourse network in one window. Nodes are indices into the actors, the conditions, or the
 * actors followed by the conditions.
 */
export interface Network {
  readonly window: Window;
  /** Number of statements of each node, n_i or n_j. */
  readonly activity: readonly number[];
  readonly edges: readonly NetworkEdge[];
}

/**
 * Discourse networks of a set of statements, one for each window. Every window has the same nodes,
 * so that matrices can be compared; a node without statements has activity 0 and no edges (Leifeld
 * 2017). A generator, so that a caller can stop at a maximum number of edges.
 */
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
