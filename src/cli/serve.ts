import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { startServer } from '#src/server/start-server.ts';
import { createLog, type Log } from '#src/server/telemetry/log.ts';
import type { EmbeddedEvent } from '#src/store/embedded/restart-on-failure.ts';
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

/** From the first signal to the end, however much is under way. */
const END_MS = 9500;

async function serve(): Promise<void> {
  // Whoever reads the log may stop: that is no reason to end, as it is for other commands.
  process.stdout.removeAllListeners('error').on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const config = readConfig(process.env);
  const log = createLog(config.log);
  const progress = createProgress();
  const took: string[] = [];
  const server = await startServer(
    config,
    () =>
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
        onEmbedded: (event) => tellEmbedded(event, log),
      }),
    { log },
  );
  endOnSignal(log, async () => {
    const cutOff = await server.stop();
    await server.store.close();
    return cutOff;
  });
  console.log(
    `Started in ${seconds(performance.now())} (${took.join(', ')}) on ${server.store.place}.`,
  );
  console.log(`Démarche answers at ${server.url} (explorer: ${new URL('/', server.url).href})`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function tellEmbedded(event: EmbeddedEvent, log: Log): void {
  if (event.kind === 'is back') {
    log.info('the embedded database is back', { durationMs: Math.round(event.milliseconds) });
    return;
  }
  const { kind, reason, detail } = event;
  log[kind === 'given up' ? 'error' : 'warn'](`the embedded database: ${kind}`, { reason, detail });
  if (kind !== 'given up') return;
  console.error(`The server must end: ${reason}`);
  process.exit(1);
}

/** Ends in good order on the first signal, at once on the second. */
function endOnSignal(log: Log, end: () => Promise<number>): void {
  let ending = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (ending) process.exit(130);
    ending = true;
    log.info('ending: what is under way is answered', { signal });
    setTimeout(() => {
      log.error('ended at once: the database did not close in time');
      process.exit(1);
    }, END_MS).unref();
    end().then(
      (cutOff) => {
        if (cutOff > 0) log.warn('ended: requests that took too long were cut off', { cutOff });
        else log.info('ended: all that was under way is answered');
        process.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
