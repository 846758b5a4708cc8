/** Places the nodes of a network: those that agree near each other. The same network lies the same way. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { ExplorerNetworkQuery } from '#src/client/generated/graphql.ts';

const SIZE = 560;
const STEPS = 300;

export interface PlacedNode extends SimulationNodeDatum {
  readonly key: string;
  readonly name: string;
  readonly activity: number;
  radius: number;
}

export interface NetworkLayout {
  /** Around the middles of the nodes. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly {
    readonly a: PlacedNode;
    readonly b: PlacedNode;
    readonly weight: number;
  }[];
  /** The largest weight, whatever its sign. */
  readonly most: number;
}

type Network = Pick<ExplorerNetworkQuery['network'], 'nodes' | 'edges'>;

/** Those that said the most, and what joins them. */
export function mostActive({ nodes, edges }: Network, most: number): Network {
  const kept = nodes.toSorted((a, b) => b.activity - a.activity).slice(0, most);
  const keys = new Set(kept.map(({ key }) => key));
  return { nodes: kept, edges: edges.filter(({ a, b }) => keys.has(a.key) && keys.has(b.key)) };
}

/** `spread` is how far apart they lie from left to right: 1 where there is room. */
export function layOutNetwork({ nodes, edges }: Network, spread: number): NetworkLayout {
  const busiest = Math.max(...nodes.map(({ activity }) => activity), 1);
  const placed: PlacedNode[] = nodes.map(({ key, activity, subject }) => ({
    key,
    activity,
    name: subject.__typename === 'Actor' ? subject.name : key,
    radius: 6 + 18 * Math.sqrt(activity / busiest),
  }));
  const byKey = new Map(placed.map((node) => [node.key, node]));
  const known = edges.flatMap(({ a, b, weight }) => {
    const [from, to] = [byKey.get(a.key), byKey.get(b.key)];
    return from && to && weight !== 0 ? [{ a: from, b: to, weight }] : [];
  });
  const most = Math.max(...known.map(({ weight }) => Math.abs(weight)), Number.EPSILON);
  const pulls = known
    .filter(({ weight }) => weight > 0)
    .map(({ a, b, weight }) => ({ source: a, target: b, share: weight / most }));
  forceSimulation(placed)
    .force('apart', forceManyBody().strength(-900))
    .force(
      'together',
      forceLink(pulls)
        .distance(120)
        .strength(({ share }) => 0.5 * share),
    )
    .force('x', forceX(SIZE / 2).strength(0.08))
    .force('y', forceY(SIZE / 2).strength(0.08))
    .force(
      'room',
      forceCollide<PlacedNode>(({ radius }) => radius + 18),
    )
    .stop()
    .tick(STEPS);
  for (const node of placed) {
    node.x = (node.x ?? 0) * spread;
    node.y = (node.y ?? 0) * Math.sqrt(spread);
    node.radius *= Math.sqrt(spread);
  }
  return { box: boxOf(placed), nodes: placed, edges: known, most };
}

function boxOf(nodes: readonly PlacedNode[]): NetworkLayout['box'] {
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
