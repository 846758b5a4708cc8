import { Command } from 'commander';
import { addBackup } from './backup.ts';
import { addCheck } from './check.ts';
import { explain } from './explain.ts';
import { addImport } from './import.ts';
import { addParse } from './parse.ts';
import { addRestore } from './restore.ts';
import { addSchema } from './schema.ts';
import { addServe } from './serve.ts';

const program = new Command('demarche')
  .description(
    'Compares what parties to a dispute said they would accept, and proves it from the sources.',
  )
  .showHelpAfterError()
  .showSuggestionAfterError();

for (const add of [addServe, addImport, addParse, addCheck, addBackup, addRestore, addSchema])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
