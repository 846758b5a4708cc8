import { createYoga } from 'graphql-yoga';
import { createContext } from '#schema/core/context.ts';
import { schema } from '#schema/index.ts';
import type { Snapshots } from '#src/app/corpus/snapshots.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import type { Connection } from '#src/store/database/connect.ts';
import type { Config } from '../config/config.ts';
import { createMaskError } from '../errors/mask-error.ts';
import { useCompiledQueries } from '../operations/compiled-queries.ts';
import { createParsedOperationCache, NO_CACHE } from '../operations/parsed-operation-cache.ts';
import { persistedOperations, usePersistedOperations } from '../operations/persisted-operations.ts';
import { runWithOperation } from '../telemetry/current-operation.ts';
import { useExecutionTelemetry } from '../telemetry/instrument-executions.ts';
import type { Log } from '../telemetry/log.ts';
import { emptyRecord } from '../telemetry/operation-record.ts';
import type { OperationRequest, OperationResponse } from './operation.ts';
import { protections } from './protections.ts';
import { withTimeLimit } from './time-limit.ts';

/**
 * Executes an operation on a snapshot as the latest. One of a cost above `handBackAbove` (default:
 * Infinity) is not executed but handed back.
 */
export type Executor = (
  request: OperationRequest,
  corpus: CorpusSnapshot,
  handBackAbove?: number,
) => Promise<OperationResponse | 'HANDED_BACK'>;

const NO_BODY = new Uint8Array();

/** The part of an operation's context that is known before Yoga reads it. */
interface ExecutionContext {
  readonly corpus: CorpusSnapshot;
  readonly origin: string;
  /** When the operation times out, by `performance.now()`. */
  readonly deadline: number;
}

/** Creates the executor: Yoga with the schema, without a server. */
export function createExecutor(
  store: Pick<Connection, 'prisma' | 'sql'>,
  snapshots: Snapshots,
  config: Config,
  log: Log,
): Executor {
  const maskError = createMaskError(log);
  const yoga = createYoga<ExecutionContext>({
    schema,
    context: ({ origin, deadline, corpus }) =>
      createContext(store, snapshots, corpus, {
        endpoint: `${origin}/graphql`,
        pageSize: config.limits.page,
        deadline,
      }),
    maskedErrors: { maskError: (error) => maskError(error) },
    graphiql: false,
    landingPage: false,
    // The server answers preflight requests and limits bodies itself.
    cors: false,
    multipart: false,
    extraParamNames: ['documentId'],
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: createParsedOperationCache(), errorCache: NO_CACHE },
    plugins: [
      ...protections(config),
      usePersistedOperations(persistedOperations(), config.operations),
      useCompiledQueries(),
      useExecutionTelemetry(),
    ],
    // maskError logs unexpected errors; errors in an operation concern only its client.
    logging: false,
  });
  return async (request, corpus, handBackAbove = Infinity) => {
    const { requestId, method, url, origin, headers, body, milliseconds } = request;
    const record = emptyRecord();
    const operation = {
      requestId,
      body: body ?? NO_BODY,
      record,
      handBackAbove,
      isHandedBack: false,
    };
    const executing = runWithOperation(operation, async () => {
      const response = await yoga.fetch(
        `http://localhost${url}`,
        { method, headers },
        { corpus, origin, deadline: performance.now() + milliseconds },
      );
      if (operation.isHandedBack) return 'HANDED_BACK';
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
        record,
      };
    });
    return withTimeLimit(milliseconds, config.limits.requestMs, executing);
  };
}
