/** Keeps a network to what a reader can use and a server can answer, and says how to narrow it. */
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

/** Nodes and edges of an answer, those of its windows included. */
export const MAX_NETWORK_ITEMS = 20_000;
const MAX_WINDOWS = 500;
const MAX_UNITS = 100_000;
/** Comparisons of two nodes on one condition (or actor): half a second's work. */
const MAX_COMPARISONS = 50_000_000;

/** The windows that are asked for: over the filter's days, else over those of the statements. */
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
    `A step of ${sliding.step} ${sliding.unit} makes more than ${MAX_WINDOWS} windows; take a longer step, or bring filter.statedFrom and filter.statedTo nearer to each other.`,
    { input: ['windows', 'step'] },
  );
}

/** Fails before the work on a network that would keep everybody waiting. */
export function assertAffordable(
  { actors, conditions }: NetworkStatements,
  mode: NetworkMode,
  windows: number,
): void {
  const [rows, columns] = [actors.length, conditions.length];
  const nodes = { ACTORS: rows, CONDITIONS: columns, TWO_MODE: rows + columns }[mode];
  const comparisons = {
    ACTORS: (rows * rows * columns) / 2,
    CONDITIONS: (columns * columns * rows) / 2,
    TWO_MODE: rows * columns,
  }[mode];
  if (nodes * (1 + windows) > MAX_NETWORK_ITEMS || comparisons * (1 + windows) > MAX_COMPARISONS)
    throw tooLarge(`${nodes} nodes in ${1 + windows} networks are too many to compare`);
}

/** The networks with the edges of the threshold and above; fails when they are too many. */
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

function tooLarge(what: string): Failure {
  return new Failure(
    'BAD_INPUT',
    `${what}, windows included. Name fewer actors or conditions, group by PARTY, raise the threshold, ask for fewer windows, or narrow the filter.`,
    { input: ['actors'] },
  );
}
