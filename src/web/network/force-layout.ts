/** Force-directed layout of a network: actors that agree are close. Deterministic. */
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
const TICKS = 300;

/** A node with its position (`x`, `y`) and radius. */
export interface PlacedNode extends SimulationNodeDatum {
  readonly key: string;
  readonly name: string;
  readonly activity: number;
  radius: number;
}

/** A network ready to be drawn. */
export interface NetworkLayout {
  /** Bounding box of the centres of the nodes. */
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
  /** Largest absolute weight. */
  readonly maxWeight: number;
}

type Network = Pick<ExplorerNetworkQuery['network'], 'nodes' | 'edges'>;

/** The network of the `limit` most active nodes. */
export function mostActive({ nodes, edges }: Network, limit: number): Network {
  const kept = nodes.toSorted((a, b) => b.activity - a.activity).slice(0, limit);
  const keys = new Set(kept.map(({ key }) => key));
  return { nodes: kept, edges: edges.filter(({ a, b }) => keys.has(a.key) && keys.has(b.key)) };
}

/** Lays out a network. `spread` scales its width: 1, or less on narrow screens. */
export function layOutNetwork({ nodes, edges }: Network, spread: number): NetworkLayout {
  const maxActivity = Math.max(...nodes.map(({ activity }) => activity), 1);
  const placed: PlacedNode[] = nodes.map(({ key, activity, subject }) => ({
    key,
    activity,
    name: subject.__typename === 'Actor' ? subject.name : key,
    radius: 6 + 18 * Math.sqrt(activity / maxActivity),
  }));
  const byKey = new Map(placed.map((node) => [node.key, node]));
  const ties = edges.flatMap(({ a, b, weight }) => {
    const [from, to] = [byKey.get(a.key), byKey.get(b.key)];
    return from && to && weight !== 0 ? [{ a: from, b: to, weight }] : [];
  });
  const maxWeight = Math.max(...ties.map(({ weight }) => Math.abs(weight)), Number.EPSILON);
  const attractions = ties
    .filter(({ weight }) => weight > 0)
    .map(({ a, b, weight }) => ({ source: a, target: b, share: weight / maxWeight }));
  forceSimulation(placed)
    .force('repulsion', forceManyBody().strength(-900))
    .force(
      'attraction',
      forceLink(attractions)
        .distance(120)
        .strength(({ share }) => 0.5 * share),
    )
    .force('x', forceX(SIZE / 2).strength(0.08))
    .force('y', forceY(SIZE / 2).strength(0.08))
    .force(
      'collision',
      forceCollide<PlacedNode>(({ radius }) => radius + 18),
    )
    .stop()
    .tick(TICKS);
  for (const node of placed) {
    node.x = (node.x ?? 0) * spread;
    node.y = (node.y ?? 0) * Math.sqrt(spread);
    node.radius *= Math.sqrt(spread);
  }
  return { box: boxOf(placed), nodes: placed, edges: ties, maxWeight };
}

function boxOf(nodes: readonly PlacedNode[]): NetworkLayout['box'] {
  const xs = nodes.map(({ x = 0 }) => x);
  const ys = nodes.map(({ y = 0 }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
