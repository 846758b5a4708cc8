import { isoDay } from '#src/domain/dates.ts';
import { invariant } from '#src/domain/failure.ts';
import { builder } from '../core/builder.ts';
import type { Models, NetworkSubjectModel, NetworkWindowModel } from '../core/models.ts';
import { pageOfPositions } from '../position/position-list.ts';
import { networkArguments } from './network-arguments.ts';
import { askNetwork } from './network-request.ts';

builder.objectType('Network', {
  interfaces: ['Citable'],
  description:
    'A discourse network (Leifeld 2017): who speaks on what, or who stands with whom, as nodes and weighted edges, and behind each the positions that it counts.',
  fields: (t) => ({
    nodes: t.field({
      type: ['NetworkNode'],
      description:
        'The actors by slug, the conditions in the order asked or that of the codebook; of a two-mode network, first the actors. Named ones that never spoke are nodes too.',
      resolve: ({ whole }) => nodesOf(whole),
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      description:
        'In order of their nodes, each pair once. There is an edge wherever two actors spoke on one condition (of conditions: one actor on both; two-mode: the actor on the condition), even if its weight comes to 0.',
      resolve: ({ whole }) => edgesOf(whole),
    }),
    windows: t.field({
      type: ['NetworkWindow'],
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
      resolve: ({ network }) => isoDay(network.window.from),
    }),
    to: t.field({
      type: 'Date',
      description: 'Its last day. That of the last window may lie after the last statement.',
      resolve: ({ network }) => isoDay(network.window.to),
    }),
    nodes: t.field({
      type: ['NetworkNode'],
      description: 'The nodes of the whole network, in the same order, active here or not.',
      resolve: (window) => nodesOf(window),
    }),
    edges: t.field({
      type: ['NetworkEdge'],
      description: 'In order of their nodes, each pair once.',
      resolve: (window) => edgesOf(window),
    }),
  }),
});

const NetworkSubject = builder.unionType('NetworkSubject', {
  description: 'What a node of a network stands for.',
  types: ['Actor', 'Condition'],
});

function subjectOf({ within, index }: Models['NetworkNode']): NetworkSubjectModel {
  const subject = within.subjects[index];
  invariant(subject, `a network has no node ${index}`);
  return subject;
}

builder.objectType('NetworkNode', {
  description: 'An actor or a condition in a network.',
  fields: (t) => ({
    key: t.string({
      description: 'The slug of the actor, or the code of the condition.',
      resolve: (node) => {
        const { row } = subjectOf(node);
        return 'slug' in row ? row.slug : row.code;
      },
    }),
    subject: t.field({
      type: NetworkSubject,
      description: 'What it stands for.',
      resolve: subjectOf,
    }),
    activity: t.int({
      description:
        'How many statements it has, duplicates apart: those of the actor, or those on the condition. 0 for one that is silent.',
      resolve: ({ within, index }) => within.network.activity[index] ?? 0,
    }),
    positions: t.connection({
      type: 'Position',
      description: 'The positions that it counts, in order of statement; of duplicates, the first.',
      resolve: ({ within, index }, args) =>
        pageOfPositions(
          within.corpus,
          within.evidence().ofNode(index, within.network.window),
          args,
        ),
    }),
  }),
});

builder.objectType('NetworkEdge', {
  description: 'A tie between two nodes; it has no direction.',
  fields: (t) => ({
    a: t.field({
      type: 'NetworkNode',
      description: 'One end: the node that comes first; of a two-mode network, the actor.',
      resolve: ({ within, edge }) => ({ within, index: edge.a }),
    }),
    b: t.field({
      type: 'NetworkNode',
      description: 'The other end; of a two-mode network, the condition.',
      resolve: ({ within, edge }) => ({ within, index: edge.b }),
    }),
    weight: t.float({
      description: 'Its strength, by the weight and normalisation asked for.',
      resolve: ({ edge }) => edge.weight,
    }),
    positions: t.connection({
      type: 'Position',
      description:
        'The positions behind it, in order of statement; of duplicates, the first. Those of both actors on the conditions on which both spoke; of conditions, those on either by actors that spoke on both; two-mode, those of the actor on the condition.',
      resolve: ({ within, edge }, args) => {
        const { a, b } = edge;
        const rows = within.evidence().ofEdge(a, b, within.network.window);
        return pageOfPositions(within.corpus, rows, args);
      },
    }),
  }),
});

function nodesOf(within: NetworkWindowModel): Models['NetworkNode'][] {
  return within.subjects.map((_, index) => ({ within, index }));
}

function edgesOf(within: NetworkWindowModel): Models['NetworkEdge'][] {
  return within.network.edges.map((edge) => ({ within, edge }));
}

builder.queryFields((t) => ({
  network: t.field({
    type: 'Network',
    description:
      'Actors and conditions as a discourse network: who stands with whom, against whom, and who speaks on what; over the whole selection and in windows of time. At most 20,000 nodes and edges, windows included.',
    args: networkArguments,
    resolve: async (_root, args, context, info) =>
      askNetwork(await context.at(args.revision ?? null), args, info),
  }),
}));
