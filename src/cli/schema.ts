import type { Command } from 'commander';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema, for generating typed clients')
    .action(async () => {
      const { lexicographicSortSchema, printSchema } = await import('graphql');
      const { schema } = await import('#schema/index.ts');
      process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
    });
}
