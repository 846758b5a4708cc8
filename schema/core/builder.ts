import SchemaBuilder, { brandWithType } from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLResolveInfo, isInterfaceType } from 'graphql';
import type { Cited } from './cited.ts';
import type { Context } from './context.ts';
import { cost, lengthOf, SHORT_LIST } from './cost.ts';
import { decodeGlobalId, encodeGlobalId, expectType, type GlobalId } from './global-id.ts';
import { GUARD } from './guard-plugin.ts';
import type { Models } from './models.ts';

/** Types that Pothos checks declarations against. */
export interface SchemaTypes {
  Context: Context;
  Objects: Models;
  Interfaces: { Citable: Cited };
  Scalars: {
    ID: { Input: string; Output: string };
    /** `YYYY-MM-DD`. */
    Date: { Input: string; Output: string };
    /** ISO 8601 with reduced precision. */
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
 * Brands an object with its type as soon as it is loaded. Pothos brands it later: too late for a second
 * field that awaits the same promise of a loader.
 */
async function brandedWithType(loading: unknown, { typename }: GlobalId): Promise<unknown> {
  const object = await loading;
  brandWithType(object, typename as never);
  return object;
}

/** The schema builder; every type is declared on it. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, GUARD],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    nodeQueryOptions: {
      description: 'Looks up an object of any type by global ID. Null if it does not exist.',
      nullable: true,
      args: { id: { description: 'Global ID of the object.' } },
      resolve: (_root, { id }, _context, info, resolveNode) => {
        expectType(id, nodeTypes(info), ['id']);
        return brandedWithType(resolveNode(id), id);
      },
    },
    nodesQueryOptions: {
      description:
        'Looks up objects of any type by global IDs, in the requested order. Null in place of each that does not exist.',
      args: { ids: { description: 'Global IDs of the objects.' } },
      extensions: cost({ items: ({ ids }) => lengthOf(ids, SHORT_LIST) }),
      resolve: async (_root, { ids }, _context, info, resolveNodes) => {
        const types = nodeTypes(info);
        for (const [i, id] of ids.entries()) expectType(id, types, ['ids', i]);
        const objects = await resolveNodes(ids);
        return Promise.all(ids.map((id, i) => brandedWithType(objects[i], id)));
      },
    },
    nodeTypeOptions: {
      description: 'An object with a permanent global ID.',
    },
    idFieldOptions: { description: 'Permanent, opaque global ID, accepted by `node`.' },
    pageInfoTypeOptions: { description: 'Place of a page within a list.' },
    hasNextPageFieldOptions: { description: 'Whether items follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether items precede this page.' },
    startCursorFieldOptions: {
      description: 'Cursor of the first item of the page. Null on an empty page.',
    },
    endCursorFieldOptions: {
      description:
        'Cursor of the last item of the page; pass it as `after` to request the next page. Null on an empty page.',
    },
    cursorFieldOptions: {
      description: 'Cursor of the item; pass it as `after` or `before`.',
    },
    nodeFieldOptions: { description: 'The item itself.', nullable: false },
    edgesFieldOptions: {
      description: 'Items of the page, each with its cursor.',
      nullable: { list: false, items: false },
    },
    pageInfoFieldOptions: {
      description: 'Cursors of the page, and whether there are others.',
    },
    firstArgOptions: {
      description:
        'Maximum number of items from the start of the list, or after `after`. Default: 20. Maximum: 100, unless configured otherwise on the server.',
    },
    afterArgOptions: { description: 'Cursor after which the page starts.' },
    lastArgOptions: {
      description: 'Maximum number of items from the end of the list, or before `before`.',
    },
    beforeArgOptions: { description: 'Cursor before which the page ends.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'An item of a list, with its cursor.' },
    nodesOnConnection: { description: 'Items of the page, without cursors.' },
  },
});

builder.queryType({
  description:
    'Positions of parties to a dispute: what each said it would accept, where, who reports it, and the quotations that prove it.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'Number of items in the whole list.',
    resolve: (connection) => connection.totalCount,
  }),
);
