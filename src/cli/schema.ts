import type { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '#schema/index.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema, for generating typed clients')
    .action(() => {
      process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
    });
}
