import type { Command } from 'commander';

/** Adds the command `schema`. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema (SDL)')
    .action(async () => {
      const { lexicographicSortSchema, printSchema } = await import('graphql');
      const { schema } = await import('#schema/index.ts');
      process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
    });
}
