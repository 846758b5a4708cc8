import {
  edgePositions,
  network,
  networkEdges,
  networkNodes,
  nodeKey,
  nodePositions,
  subjectOf,
} from '#src/app/network/network.ts';
import { MAX_NETWORK_ITEMS } from '#src/app/network/network-bounds.ts';
import { isoDay } from '#src/domain/dates.ts';
import { builder } from '../core/builder.ts';
import { cited } from '../core/cited.ts';
import { CONDITIONS, type CostArguments, cost, type ListLimits, lengthOf } from '../core/cost.ts';
import { positionConnection } from '../position/position-list.ts';
import { networkArguments } from './network-arguments.ts';

/** Nodes, edges and windows are priced where the network is requested, at Query.network. */
const COUNTED_AT_QUERY = cost({ items: 1 });

builder.objectType('Network', {
  interfaces: ['Citable'],
  description:
    'A discourse network (Leifeld 2017): who speaks on what, or who stands with whom, as nodes and weighted edges, and behind each the positions that it counts.',
  fields: (t) => ({
    nodes: t.field({
      type: ['NetworkNode'],
      extensions: COUNTED_AT_QUERY,
      description:
        'The actors by slug, the conditions in the order asked or that of the codebook; of a two-mode network, first the actors. Named ones that never spoke are nodes too.',
      resolve: ({ whole }) => networkNodes(whole),
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      extensions: COUNTED_AT_QUERY,
      description:
        'In order of their nodes, each pair once. There is an edge wherever two actors spoke on one condition (of conditions: one actor on both; two-mode: the actor on the condition), even if its weight comes to 0.',
      resolve: ({ whole }) => networkEdges(whole),
    }),
    windows: t.field({
      type: ['NetworkWindow'],
      extensions: COUNTED_AT_QUERY,
      description: 'The network of each window of time, in order; none unless asked for.',
      resolve: ({ windows }) => [...windows],
    }),
  }),
});

builder.objectType('NetworkWindow', {
  description:
    'The network of the statements of some days: what the query answers with those days as its filter, but with all the nodes.',
  fields: (t) => ({
    from: t.field({
      type: 'Date',
      description: 'Its first day.',
      resolve: (window) => isoDay(window.network.window.from),
    }),
    to: t.field({
      type: 'Date',
      description: 'Its last day. That of the last window may lie after the last statement.',
      resolve: (window) => isoDay(window.network.window.to),
    }),
    nodes: t.field({
      type: ['NetworkNode'],
      extensions: COUNTED_AT_QUERY,
      description: 'The nodes of the whole network, in the same order, active here or not.',
      resolve: networkNodes,
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      extensions: COUNTED_AT_QUERY,
      description: 'In order of their nodes, each pair once.',
      resolve: networkEdges,
    }),
  }),
});

const NetworkSubject = builder.unionType('NetworkSubject', {
  description: 'What a node of a network stands for.',
  types: ['Actor', 'Condition'],
});

builder.objectType('NetworkNode', {
  description: 'An actor or a condition in a network.',
  fields: (t) => ({
    key: t.string({
      description: 'The slug of the actor, or the code of the condition.',
      resolve: nodeKey,
    }),
    subject: t.field({
      type: NetworkSubject,
      description: 'What it stands for.',
      resolve: subjectOf,
    }),
    activity: t.int({
      description:
        'How many statements it has, duplicates apart: those of the actor, or those on the condition. 0 for one that is silent.',
      resolve: ({ window, index }) => window.network.activity[index] ?? 0,
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions that it counts, in order of statement; of duplicates, the first.',
      resolve: (node, args) => positionConnection(node.window.corpus, nodePositions(node), args),
    }),
  }),
});

builder.objectType('NetworkEdge', {
  description: 'A tie between two nodes; it has no direction.',
  fields: (t) => ({
    a: t.field({
      type: 'NetworkNode',
      description: 'One end: the node that comes first; of a two-mode network, the actor.',
      resolve: ({ window, edge }) => ({ window, index: edge.a }),
    }),
    b: t.field({
      type: 'NetworkNode',
      description: 'The other end; of a two-mode network, the condition.',
      resolve: ({ window, edge }) => ({ window, index: edge.b }),
    }),
    weight: t.float({
      description: 'Its strength, by the weight and normalisation asked for.',
      resolve: ({ edge }) => edge.weight,
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'The positions behind it, in order of statement; of duplicates, the first. Those of both actors on the conditions on which both spoke; of conditions, those on either by actors that spoke on both; two-mode, those of the actor on the condition.',
      resolve: (edge, args) => positionConnection(edge.window.corpus, edgePositions(edge), args),
    }),
  }),
});

builder.queryFields((t) => ({
  network: t.field({
    type: 'Network',
    description:
      'Actors and conditions as a discourse network: who stands with whom, against whom, and who speaks on what; over the whole selection and in windows of time. At most 20,000 nodes and edges, windows included.',
    args: networkArguments,
    extensions: cost({ items: networkItems }),
    resolve: async (_root, args, context, info) =>
      cited(network(await context.at(args.revision ?? null), args), info),
  }),
}));

/** Nodes and edges, at most, of a network and of its windows. */
function networkItems({ actors, conditions, windows }: CostArguments, limits: ListLimits): number {
  if (windows) return MAX_NETWORK_ITEMS;
  const nodes = lengthOf(actors, Infinity) + lengthOf(conditions, CONDITIONS);
  return Math.min(limits.network, nodes + (nodes * (nodes - 1)) / 2);
}
