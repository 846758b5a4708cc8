/** What holds for the resolver of every field, whatever it does. */
import { defaultFieldResolver, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Context } from './context.ts';
import { sized } from './page-size.ts';

/**
 * Puts three rules before every resolver: nothing is begun for a request that was given up; a page
 * has as many items as the server is set to give; and what fails, fails as a promise. The executor
 * drops the promises of a list when one of its items throws at once, and a dropped promise that fails
 * ends the process.
 */
export function guardResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isList = getNamedType(field.type).name.endsWith('Connection');
      const { resolve = isList ? defaultFieldResolver : undefined } = field;
      if (resolve === undefined) continue;
      field.resolve = (source, args, context: Context, info) => {
        try {
          context.expectTime();
          const given = isList ? sized(args, context.pageSize) : args;
          return resolve(source, given, context, info);
        } catch (error) {
          return Promise.reject(error);
        }
      };
    }
  }
  return schema;
}
