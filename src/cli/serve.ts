import type { Command } from 'commander';
import { readConfig } from '#src/server/config/config.ts';
import { startServer } from '#src/server/start-server.ts';
import { handleUncaught } from '#src/server/telemetry/error-scope.ts';
import { createLog, type Log } from '#src/server/telemetry/log.ts';
import type { EmbeddedEvent } from '#src/store/database/open-store.ts';
import { openConfigured } from './open.ts';
import { createProgress } from './progress.ts';

/** Adds the command `serve`. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'start the GraphQL server and the explorer (settings: PORT, HOST, DATABASE_URL, DEMARCHE_DATA and others)',
    )
    .action(serve);
}

/** Signals that end a server. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
type Signal = (typeof SIGNALS)[number];
/** Maximum time from the first signal to the end of the process. */
const SHUTDOWN_MS = 9500;

async function serve(): Promise<void> {
  // Unlike other commands, the server outlives the reader of its stdout.
  process.stdout.removeAllListeners('error').on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const config = readConfig(process.env);
  const log = createLog(config.log);
  process.on('uncaughtException', (error) => {
    if (handleUncaught(error)) return;
    console.error(error);
    process.exit(1);
  });
  let onSignal = interruptStart;
  // The same listener throughout: a signal that comes while one takes the place of another would be lost.
  for (const signal of SIGNALS) process.on(signal, () => onSignal(signal));
  const progress = createProgress();
  const durations: string[] = [];
  const server = await startServer(
    config,
    () =>
      openConfigured(config, progress, {
        access: 'shared',
        statementMs: config.limits.requestMs,
        onProgress: (event) => {
          if (event.kind === 'opened') durations.push(`database ${seconds(event.milliseconds)}`);
          if (event.kind === 'migrated' && event.names.length > 0) {
            durations.push(`migration ${seconds(event.milliseconds)}`);
          }
        },
        onSeeded: (milliseconds) => durations.push(`seeding ${seconds(milliseconds)}`),
        onEmbedded: (event) => logEmbedded(event, log),
      }),
    { log },
  );
  onSignal = createShutdown(log, async () => {
    const aborted = await server.stop();
    await server.store.close();
    return aborted;
  });
  console.log(
    `Started in ${seconds(performance.now())} (${durations.join(', ')}) on ${server.store.location}.`,
  );
  console.log(
    `Démarche is listening at ${server.url} (explorer: ${new URL('/', server.url).href})`,
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

const EMBEDDED_FAILURE = {
  exited: 'embedded database exited',
  'start-failed': 'embedded database failed to start',
  'gave-up': 'embedded database keeps exiting',
} as const;

function logEmbedded(event: EmbeddedEvent, log: Log): void {
  if (event.kind === 'restarted') {
    log.info('embedded database restarted', { durationMs: Math.round(event.milliseconds) });
    return;
  }
  const { kind, reason, detail } = event;
  log[kind === 'gave-up' ? 'error' : 'warn'](EMBEDDED_FAILURE[kind], { reason, detail });
  if (kind !== 'gave-up') return;
  console.error(`Shutting down: ${reason}`);
  process.exit(1);
}

function interruptStart(signal: Signal): void {
  console.error('The start was interrupted. The next start continues it.');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** Shuts down in order on the first signal, and exits at once on the second. */
function createShutdown(log: Log, stop: () => Promise<number>): (signal: Signal) => void {
  let isStopping = false;
  return (signal) => {
    if (isStopping) process.exit(130);
    isStopping = true;
    log.info('shutting down: completing requests in flight', { signal });
    setTimeout(() => {
      log.error('shutdown forced: the database did not close in time');
      process.exit(1);
    }, SHUTDOWN_MS).unref();
    stop().then(
      (aborted) => {
        if (aborted > 0) log.warn('shut down: slow requests were aborted', { aborted });
        else log.info('shut down: all requests completed');
        process.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
}
