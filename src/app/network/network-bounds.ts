/** Limits on the size of a network and on the work to compute it. */
import {
  calendarWindows,
  type Sliding,
  startOfUnit,
  type Window,
} from '#src/analysis/network/calendar-windows.ts';
import type { Network } from '#src/analysis/network/network.ts';
import type { NetworkMode } from '#src/analysis/network/network-options.ts';
import type { NetworkStatements } from '#src/analysis/network/network-statements.ts';
import { Failure } from '#src/domain/failure.ts';
import { type PositionFilter, toDayNumber } from '../positions/position-filter.ts';

/** Maximum nodes and edges of a result, including those of its windows. */
export const MAX_NETWORK_ITEMS = 20_000;
/** Maximum windows of one network. */
const MAX_WINDOWS = 500;
/** Maximum size and step of a window, in units. */
const MAX_UNITS = 100_000;
/** Maximum comparisons of two nodes on one condition or actor: about half a second of work. */
const MAX_COMPARISONS = 50_000_000;

/** The requested windows, over the days of the filter, or of the statements where it has none. Throws `BAD_INPUT`. */
export function slidingWindows(
  { day }: NetworkStatements,
  sliding: Sliding | null,
  filter: PositionFilter | null | undefined,
): readonly Window[] {
  if (sliding === null) return [];
  for (const name of ['size', 'step'] as const) {
    if (sliding[name] >= 1 && sliding[name] <= MAX_UNITS) continue;
    throw new Failure(
      'BAD_INPUT',
      `windows.${name} is ${sliding[name]}; it must be from 1 to ${MAX_UNITS}.`,
      { input: ['windows', name] },
    );
  }
  const [first, last] = [day[0], day.at(-1)];
  const start = first === undefined ? undefined : startOfUnit(first, sliding.unit);
  const from = toDayNumber(filter?.statedFrom) ?? start;
  const to = toDayNumber(filter?.statedTo) ?? last;
  if (from === undefined || to === undefined) return [];
  const windows = calendarWindows({ from, to }, sliding, MAX_WINDOWS + 1);
  if (windows.length <= MAX_WINDOWS) return windows;
  throw new Failure(
    'BAD_INPUT',
    `A step of ${sliding.step} ${sliding.unit} gives more than ${MAX_WINDOWS} windows, the maximum. Use a longer step, or a shorter range of filter.statedFrom and filter.statedTo.`,
    { input: ['windows', 'step'] },
  );
}

/** Throws `BAD_INPUT` before the work on a network that would delay other requests. */
export function assertAffordable(
  { actors, conditions }: NetworkStatements,
  mode: NetworkMode,
  windows: number,
): void {
  const [actorCount, conditionCount] = [actors.length, conditions.length];
  const nodes = {
    ACTORS: actorCount,
    CONDITIONS: conditionCount,
    TWO_MODE: actorCount + conditionCount,
  }[mode];
  const comparisons = {
    ACTORS: (actorCount * actorCount * conditionCount) / 2,
    CONDITIONS: (conditionCount * conditionCount * actorCount) / 2,
    TWO_MODE: actorCount * conditionCount,
  }[mode];
  if (nodes * (1 + windows) > MAX_NETWORK_ITEMS || comparisons * (1 + windows) > MAX_COMPARISONS)
    throw tooLarge(`${nodes} nodes in ${1 + windows} networks are too many to compare`);
}

/** The networks with edges at or above the threshold. `before`: nodes and edges of other networks. Throws `BAD_INPUT` above the maximum. */
export function withinBounds(
  networks: Iterable<Network>,
  threshold: number | null,
  before = 0,
): readonly Network[] {
  const bounded: Network[] = [];
  let items = before;
  for (const { edges, ...network } of networks) {
    const strong =
      threshold === null ? edges : edges.filter(({ weight }) => Math.abs(weight) >= threshold);
    items += network.activity.length + strong.length;
    if (items > MAX_NETWORK_ITEMS)
      throw tooLarge(`The network has more than ${MAX_NETWORK_ITEMS} nodes and edges`);
    bounded.push({ ...network, edges: strong });
  }
  return bounded;
}

function tooLarge(problem: string): Failure {
  return new Failure(
    'BAD_INPUT',
    `${problem}, including those of the windows. Name fewer actors or conditions, group by PARTY, raise the threshold, request fewer windows, or narrow the filter.`,
    { input: ['actors'] },
  );
}
