import type { Command } from 'commander';

export function addOperations(program: Command): void {
  program
    .command('operations')
    .description('list the operations of schema/operations, with the documentId that asks for each')
    .action(async () => {
      const { persistedOperations } = await import(
        '#src/server/operations/persisted-operations.ts'
      );
      for (const [id, { name, about }] of persistedOperations())
        process.stdout.write(`${id}  ${name}: ${about}\n`);
    });
}
