/** A Pothos plugin that applies three rules to every resolver. */
import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes as PothosTypes,
} from '@pothos/core';
import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import type { Context } from './context.ts';
import { withPageSize } from './page-size.ts';

type Resolver = GraphQLFieldResolver<unknown, object, object>;

/**
 * 1. A request past its deadline resolves no further fields.
 * 2. A connection has a page size: the requested one, checked against the maximum, or the default.
 * 3. A resolver that throws rejects instead. When one item of a list throws, the executor drops the
 *    promises of its siblings, and a dropped promise that rejects terminates the process.
 */
class GuardPlugin<Types extends PothosTypes> extends BasePlugin<Types> {
  override wrapArgMappers(
    resolver: Resolver | undefined,
    config: PothosOutputFieldConfig<Types>,
  ): Resolver | undefined {
    const isConnection = this.#isConnection(config);
    if (resolver === undefined || (resolver === defaultFieldResolver && !isConnection))
      return resolver;
    return (source, args, context, info) => {
      try {
        const { assertWithinDeadline, pageSize } = context as Context;
        assertWithinDeadline();
        return resolver(source, isConnection ? withPageSize(args, pageSize) : args, context, info);
      } catch (error) {
        return Promise.reject(error);
      }
    };
  }

  #isConnection({ type }: PothosOutputFieldConfig<Types>): boolean {
    if (type.kind !== 'Object') return false;
    return this.buildCache.getTypeConfig(type.ref).name.endsWith('Connection');
  }
}

/** Name of the plugin, for the list of the schema builder. */
export const GUARD = 'guard';

SchemaBuilder.registerPlugin(GUARD, GuardPlugin);

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends PothosTypes> {
      guard: GuardPlugin<Types>;
    }
  }
}
