import type { Command } from 'commander';
import { readConfig } from '#src/server/config.ts';
import { startServer } from '#src/server/start-server.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'serve the corpus over GraphQL, with GraphiQL in the browser (PORT, HOST, DATABASE_URL, DEMARCHE_DATA)',
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const progress = createProgress();
  const took: string[] = [];
  const server = await startServer(config, () =>
    openConfigured(config, progress, {
      company: 'share',
      statementMs: config.limits.requestMs,
      onProgress: (event) => {
        if (event.kind === 'opened') took.push(`database ${seconds(event.milliseconds)}`);
        if (event.kind === 'migrated' && event.names.length > 0) {
          took.push(`migration ${seconds(event.milliseconds)}`);
        }
      },
      onSeeded: (milliseconds) => took.push(`seeding ${seconds(milliseconds)}`),
      onLost: (reason) => {
        console.error(`The server must end: ${reason}`);
        process.exit(1);
      },
    }),
  );
  endOnSignal(async () => {
    await server.stop();
    await server.store.close();
  });
  console.log(
    `Started in ${seconds(performance.now())} (${took.join(', ')}) on ${server.store.place}.`,
  );
  console.log(`Démarche answers at ${server.url}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Ends in good order on the first signal, at once on the second. */
function endOnSignal(end: () => Promise<void>): void {
  let ending = false;
  const onSignal = (): void => {
    if (ending) process.exit(130);
    ending = true;
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
