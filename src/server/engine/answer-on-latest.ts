import type { Latest } from '#src/app/corpus/snapshots.ts';
import type { CorpusRevision, Engine } from './engine.ts';
import type { OperationRequest, OperationResponse } from './operation.ts';

/**
 * Executes an operation on the revision in memory while the database confirms that it is the latest. If
 * it is not, the operation is executed again. So no result is stale, and a request rarely waits for the
 * confirmation alone.
 */
export async function answerOnLatest(
  engine: Engine,
  latest: Latest<CorpusRevision>,
  request: OperationRequest,
): Promise<OperationResponse> {
  const assumed = latest.newestLoaded();
  if (assumed === null) return engine.execute(request, (await latest.get()).revision);
  const [response, confirmed] = await Promise.all([
    engine.execute(request, assumed.revision),
    latest.get(),
  ]);
  return confirmed === assumed ? response : engine.execute(request, confirmed.revision);
}
