import SchemaBuilder, { brandWithType } from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLResolveInfo, isInterfaceType } from 'graphql';
import type { Cited } from './cited.ts';
import type { Context } from './context.ts';
import { cost, lengthOf, SHORT_LIST } from './cost.ts';
import { decodeGlobalId, expectType, type GlobalId } from './global-id.ts';
import { GUARD } from './guard-plugin.ts';
import type { Models } from './models.ts';

export interface SchemaTypes {
  Context: Context;
  Objects: Models;
  Interfaces: { Citable: Cited };
  Scalars: {
    ID: { Input: string; Output: string };
    /** `YYYY-MM-DD`. */
    Date: { Input: string; Output: string };
    /** ISO 8601 as far as it is known. */
    SourceTime: { Input: string; Output: string };
    /** ISO 8601 instant. */
    DateTime: { Input: Date; Output: Date };
    /** An item of CSL-JSON. */
    CslJson: { Input: never; Output: object };
  };
  Connection: { totalCount: number | Promise<number> };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}

/** The types that have global IDs. */
function nodeTypes({ schema }: GraphQLResolveInfo): readonly string[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
}

/**
 * A thing that knows its type. Pothos tells it so only after it is loaded, too late for whoever asks
 * for the same thing beside it and is handed the promise of it.
 */
async function ofItsType(loading: unknown, { typename }: GlobalId): Promise<unknown> {
  const thing = await loading;
  brandWithType(thing, typename as never);
  return thing;
}

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, GUARD],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    decodeGlobalID: decodeGlobalId,
    nodeQueryOptions: {
      description: 'One thing of any type, by its global ID; null if there is none.',
      nullable: true,
      args: { id: { description: 'Its global ID.' } },
      resolve: (_root, { id }, _context, info, resolveNode) => {
        expectType(id, nodeTypes(info), ['id']);
        return ofItsType(resolveNode(id), id);
      },
    },
    nodesQueryOptions: {
      description:
        'Things of any type by their global IDs, in the order asked; null where there is none.',
      args: { ids: { description: 'Their global IDs.' } },
      extensions: cost({ items: ({ ids }) => lengthOf(ids, SHORT_LIST) }),
      resolve: async (_root, { ids }, _context, info, resolveNodes) => {
        const types = nodeTypes(info);
        for (const [i, id] of ids.entries()) expectType(id, types, ['ids', i]);
        const things = await resolveNodes(ids);
        return Promise.all(ids.map((id, i) => ofItsType(things[i], id)));
      },
    },
    nodeTypeOptions: {
      description: 'A thing that keeps its global ID for ever, and can be fetched again by it.',
    },
    idFieldOptions: { description: 'Global ID, opaque and lasting; give it to `node`.' },
    pageInfoTypeOptions: { description: 'Where a page of a list stands in the whole list.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item of the page.' },
    endCursorFieldOptions: {
      description: 'Cursor of the last item; give it to `after` for the next page.',
    },
    cursorFieldOptions: {
      description: 'Where this item stands in the list; give it to `after` or `before`.',
    },
    nodeFieldOptions: { description: 'The item itself.', nullable: false },
    edgesFieldOptions: {
      description: 'The items of the page, each with its cursor.',
      nullable: { list: false, items: false },
    },
    pageInfoFieldOptions: {
      description: 'Whether there are further pages, and how to ask for them.',
    },
    firstArgOptions: {
      description:
        'How many items at most, from the start of the list or after `after`: 20 without it, 100 at most unless the server is set otherwise.',
    },
    afterArgOptions: { description: 'Cursor to start after.' },
    lastArgOptions: {
      description: 'How many items at most, from the end of the list or before `before`.',
    },
    beforeArgOptions: { description: 'Cursor to stop before.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'An item of a list, and where it stands in it.' },
    nodesOnConnection: { description: 'The items of the page, without cursors.' },
  },
});

builder.queryType({
  description:
    'What parties to a dispute said they would accept, where they said it, who reports it, and which words prove it.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many items the whole list has.',
    resolve: (connection) => connection.totalCount,
  }),
);
