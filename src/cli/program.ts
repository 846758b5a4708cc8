import { Command } from 'commander';
import { Failure } from '#src/domain/failure.ts';
import { didYouMean } from '#src/domain/nearest.ts';
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

// serve is what no command at all means, so that a mistyped one would be taken for its argument.
const [name] = process.argv.slice(2);
if (name !== undefined && !name.startsWith('-') && name !== 'help') {
  const known = program.commands.map((command) => command.name());
  if (!known.includes(name)) {
    program.error(
      `error: there is no command "${name}"; there are ${known.join(', ')}.${didYouMean(name, known)}`,
    );
  }
}

// Whoever reads our output may stop (parse … | head): that is no error.
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
