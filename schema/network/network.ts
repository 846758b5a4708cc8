import {
  edgePositions,
  edgeUncertainCount,
  network,
  networkEdges,
  networkNodes,
  nodeKey,
  nodePositions,
  nodeUncertainCount,
  subjectOf,
} from '#src/app/network/network.ts';
import { MAX_NETWORK_ITEMS } from '#src/app/network/network-bounds.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { CONDITIONS, type CostArguments, cost, type ListLimits, lengthOf } from '../core/cost.ts';
import { UNSETTLED } from '../core/unsettled.ts';
import { positionConnection } from '../position/position-list.ts';
import { UNCERTAIN_PARTY } from '../position/uncertain-party.ts';
import { networkArguments } from './network-arguments.ts';

/** Nodes, edges and windows are priced at Query.network. */
const COUNTED_AT_QUERY = cost({ items: 1 });

builder.objectType('Network', {
  interfaces: ['Citable'],
  description:
    'A discourse network (Leifeld 2017): actors and conditions as nodes, joined by weighted edges, with the positions that each counts.',
  fields: (t) => ({
    nodes: t.field({
      type: ['NetworkNode'],
      extensions: COUNTED_AT_QUERY,
      description:
        'Actors by slug, and conditions in the requested order or that of the codebook; in a two-mode network, actors first. Requested actors and conditions without statements are included.',
      resolve: ({ whole }) => networkNodes(whole),
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      extensions: COUNTED_AT_QUERY,
      description:
        'Edges in order of their nodes, each pair once. Two actors are joined if both have statements on one condition (two conditions: if one actor has statements on both; two-mode: if the actor has statements on the condition), even if the weight is 0.',
      resolve: ({ whole }) => networkEdges(whole),
    }),
    unsettledDocumentCount: t.int({
      ...UNSETTLED,
      resolve: ({ unsettledDocumentCount }) => unsettledDocumentCount(),
    }),
    windows: t.field({
      type: ['NetworkWindow'],
      extensions: COUNTED_AT_QUERY,
      description:
        'Network of each window of time, in order. Empty without the argument `windows`.',
      resolve: ({ windows }) => [...windows],
    }),
  }),
});

builder.objectType('NetworkWindow', {
  description:
    'Network of the statements in a window of time: equal to the query filtered to those days, but with all nodes of the whole network.',
  fields: (t) => ({
    from: t.field({
      type: 'Date',
      description: 'First day of the window.',
      resolve: (window) => isoDay(window.network.window.from),
    }),
    to: t.field({
      type: 'Date',
      description: 'Last day of the window. The last window may end after the last statement.',
      resolve: (window) => isoDay(window.network.window.to),
    }),
    nodes: t.field({
      type: ['NetworkNode'],
      extensions: COUNTED_AT_QUERY,
      description:
        'Nodes of the whole network, in the same order, including those without statements in the window.',
      resolve: networkNodes,
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      extensions: COUNTED_AT_QUERY,
      description: 'Edges in order of their nodes, each pair once.',
      resolve: networkEdges,
    }),
  }),
});

const NetworkSubject = builder.unionType('NetworkSubject', {
  description: 'Actor or condition of a node.',
  types: ['Actor', 'Condition'],
});

builder.objectType('NetworkNode', {
  description: 'An actor or condition in a network.',
  fields: (t) => ({
    key: t.string({
      description: 'Slug of the actor, or code of the condition.',
      resolve: nodeKey,
    }),
    subject: t.field({
      type: NetworkSubject,
      description: 'Actor or condition of the node.',
      resolve: subjectOf,
    }),
    activity: t.int({
      description:
        'Number of statements of the actor, or on the condition, after removal of duplicates. 0 for a node without statements.',
      resolve: ({ window, index }) => window.network.activity[index] ?? 0,
    }),
    uncertainPartyCount: t.int({
      description: `${UNCERTAIN_PARTY} On a condition: of which it is not certain for whom they were spoken. 0 where nodes are holders.`,
      extensions: cost({ own: 5 }),
      resolve: nodeUncertainCount,
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions that the node counts, in order of statement; of duplicates, the first.',
      resolve: (node, args) => positionConnection(node.window.corpus, nodePositions(node), args),
    }),
  }),
});

builder.objectType('NetworkEdge', {
  description: 'An undirected edge between two nodes.',
  fields: (t) => ({
    a: t.field({
      type: 'NetworkNode',
      description: 'First node in the order of nodes; in a two-mode network, the actor.',
      resolve: ({ window, edge }) => ({ window, index: edge.a }),
    }),
    b: t.field({
      type: 'NetworkNode',
      description: 'Second node in the order of nodes; in a two-mode network, the condition.',
      resolve: ({ window, edge }) => ({ window, index: edge.b }),
    }),
    weight: t.float({
      description: 'Weight of the edge, by the requested weight and normalisation.',
      resolve: ({ edge }) => edge.weight,
    }),
    uncertainPartyCount: t.int({
      description: `${UNCERTAIN_PARTY} Among those behind the edge; 0 where nodes are holders.`,
      extensions: cost({ own: 5 }),
      resolve: edgeUncertainCount,
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'Positions behind the edge, in order of statement; of duplicates, the first. Between actors: the positions of both on conditions that both address; between conditions: the positions on either by actors that address both; two-mode: those of the actor on the condition.',
      resolve: (edge, args) => positionConnection(edge.window.corpus, edgePositions(edge), args),
    }),
  }),
});

builder.queryFields((t) => ({
  network: t.field({
    type: 'Network',
    description:
      'Discourse network of actors and conditions, over the whole selection and in windows of time. At most 20,000 nodes and edges, including those of the windows.',
    args: networkArguments,
    extensions: cost({ own: 40_000, items: networkItems }),
    resolve: async (_root, args, context, info) =>
      cited(network(await context.at(args.revision), args), info),
  }),
}));

/** Maximum number of nodes and edges of a network and its windows. */
function networkItems({ actors, conditions, windows }: CostArguments, limits: ListLimits): number {
  if (windows) return MAX_NETWORK_ITEMS;
  const nodes = lengthOf(actors, Infinity) + lengthOf(conditions, CONDITIONS);
  return Math.min(limits.network, nodes + (nodes * (nodes - 1)) / 2);
}
