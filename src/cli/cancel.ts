import { Failure } from '#src/domain/failure.ts';

/**
 * Runs work that Ctrl-C or SIGTERM cancels: its signal is aborted, and any error it then fails with
 * becomes `CANCELLED`. A second signal ends the process at once.
 */
export async function cancellable<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Failure('CANCELLED', 'Cancelled. Nothing was changed.'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
