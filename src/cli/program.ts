import { Command } from 'commander';
import { Failure } from '#src/domain/failure.ts';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addCorrect } from './correct.ts';
import { explain } from './explain.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addNetwork } from './network.ts';
import { addOperations } from './operations.ts';
import { addParse } from './parse.ts';
import { addPositions } from './positions.ts';
import { addPurge } from './purge.ts';
import { addRestore } from './restore.ts';
import { addSchema } from './schema.ts';
import { addServe } from './serve.ts';
import { addWithdraw } from './withdraw.ts';

const program = new Command('demarche')
  .description(
    'Compare what parties to a dispute said they would accept, with quotations from the sources.',
  )
  .showHelpAfterError('Run with --help for usage.')
  .showSuggestionAfterError();

const COMMANDS = [
  addServe,
  addImport,
  addCorrect,
  addWithdraw,
  addPurge,
  addParse,
  addCheck,
  addCompare,
  addPositions,
  addNetwork,
  addBackup,
  addRestore,
  addMigrate,
  addSchema,
  addOperations,
];
for (const add of COMMANDS) add(program);

// The reader of stdout may close it (parse … | head).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exitCode = error instanceof Failure && error.code === 'CANCELLED' ? 130 : 1;
}
