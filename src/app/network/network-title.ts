import type { ConditionRecord } from '#src/domain/corpus-snapshot.ts';
import { listNames } from '../citation/citable-query.ts';
import type { ResolvedNetworkInput } from './network-input.ts';

const NODES = { ACTORS: 'Actor', CONDITIONS: 'Condition' } as const;
const GROUPS = { HOLDER: 'all holders', PARTY: 'all parties' } as const;

/** Title of a network for citation; `actorNames` is null if no actors are named. */
export function networkTitle(
  actorNames: string | null,
  conditions: readonly ConditionRecord[],
  { groupBy, mode, weight }: ResolvedNetworkInput,
): string {
  const kind = mode === 'TWO_MODE' ? 'Affiliation network' : oneModeName(NODES[mode], weight);
  const actors = actorNames ?? GROUPS[groupBy ?? 'PARTY'];
  return `${kind} of ${actors} on ${listNames(conditions.map(({ title }) => title))}`;
}

function oneModeName(nodes: string, weight: ResolvedNetworkInput['weight']): string {
  return {
    IGNORE: `${nodes} co-occurrence network`,
    CONGRUENCE: `${nodes} congruence network`,
    CONFLICT: `${nodes} conflict network`,
    SUBTRACT: `${nodes} network of congruence less conflict`,
  }[weight];
}
