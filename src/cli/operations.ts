import type { Command } from 'commander';

/** Adds the command `operations`. */
export function addOperations(program: Command): void {
  program
    .command('operations')
    .description('list the persisted operations of schema/operations with their documentId')
    .action(async () => {
      const { persistedOperations } = await import(
        '#src/server/operations/persisted-operations.ts'
      );
      for (const [id, { name, about }] of persistedOperations())
        process.stdout.write(`${id}  ${name}: ${about}\n`);
    });
}
