import type { IncomingMessage, ServerResponse } from 'node:http';
import { Latest } from '#src/app/corpus/snapshots.ts';
import type { Store } from '#src/store/database/open-store.ts';
import type { Config } from './config/config.ts';
import { answerOnLatest } from './engine/answer-on-latest.ts';
import type { CorpusRevision, Engine } from './engine/engine.ts';
import { createFailureResponse } from './engine/failure-response.ts';
import type { OperationRequest, OperationResponse } from './engine/operation.ts';
import { withTimeLimit } from './engine/time-limit.ts';
import { codeVersion } from './http/code-version.ts';
import { createReceiver } from './http/receive-operation.ts';
import { createResponseCache, isPersistedGet } from './http/response-cache.ts';
import { withResponseHeaders } from './http/response-headers.ts';
import { persistedOperations } from './operations/persisted-operations.ts';
import { exampleTabs } from './pages/example-tabs.ts';
import { createGraphiqlPage, isPageRequest } from './pages/graphiql-page.ts';
import type { CurrentRequest } from './telemetry/current-request.ts';
import type { RequestHandler } from './telemetry/instrument-requests.ts';
import type { Log } from './telemetry/log.ts';

/** What the GraphQL endpoint works with. */
export interface HandlerOptions {
  readonly store: Pick<Store, 'sql'>;
  readonly engine: Engine;
  readonly config: Config;
  /** Receives unexpected errors. */
  readonly log: Log;
  /** Called with each newer revision once it is in memory. */
  readonly onRevision?: (revision: CorpusRevision) => void;
}

/** The GraphQL endpoint: /graphql, which also serves GraphiQL to browsers. */
export interface Handler {
  readonly handle: RequestHandler;
  /** Answers an operation on the latest revision, or on `revision` if the caller knows it. */
  readonly answer: (operation: OperationRequest, revision?: number) => Promise<OperationResponse>;
  /** Loads the corpus into memory, so that no request waits for it. */
  readonly load: () => Promise<void>;
}

/** Creates the GraphQL endpoint over an engine. */
export function createHandler({ store, engine, config, log, onRevision }: HandlerOptions): Handler {
  const { requestMs } = config.limits;
  const latest = new Latest(store.sql, (revision) => engine.load(revision), onRevision);
  const operations = persistedOperations();
  const receive = createReceiver(config);
  const failureResponse = createFailureResponse(log);
  const sendGraphiql = createGraphiqlPage({
    endpoint: '/graphql',
    title: 'Démarche',
    defaultTabs: exampleTabs(operations).map((query) => ({ query })),
  });

  const answer: Handler['answer'] = (operation, revision) => {
    const executing =
      revision === undefined
        ? answerOnLatest(engine, latest, operation)
        : engine.execute(operation, revision);
    return withTimeLimit(
      requestMs,
      requestMs,
      executing.catch((error: unknown) => failureResponse(error, operation.requestId)),
    );
  };
  const respond = async (
    request: IncomingMessage,
    response: ServerResponse,
    current: CurrentRequest,
    accept?: string,
    revision?: number,
  ): Promise<OperationResponse> => {
    const endWork = current.startWork();
    try {
      const received = await receive(request, response, current, accept);
      const answered = 'status' in received ? received : await answer(received, revision);
      const operation = answered.record.operation ?? current.record.operation;
      current.record = { ...answered.record, operation };
      const { origin } = request.headers;
      const headers = withResponseHeaders(answered.headers, config.corsOrigins, origin);
      return { ...answered, headers };
    } finally {
      endWork();
    }
  };
  const sendAnswer: RequestHandler = async (request, response, current) => {
    const { status, headers, body } = await respond(request, response, current);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  };
  const cache = createResponseCache({
    latest,
    maxBytes: config.cacheBytes,
    corsOrigins: config.corsOrigins,
    codeVersion: `${codeVersion()} ${config.publicUrl ?? ''}`,
    operationOf: (url) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return operations.get(searchParams.get('documentId') ?? '')?.name ?? null;
    },
    compute: respond,
  });
  return {
    answer,
    handle: (request, response, current) => {
      if (isPageRequest(request)) return sendGraphiql(request, response);
      if (!isPersistedGet(request)) return sendAnswer(request, response, current);
      if (cache.sendCached(request, response, current)) return undefined;
      const endWork = current.startWork();
      // An error before the response was begun recurs here, where it is reported and logged.
      return cache
        .send(request, response, current)
        .catch(() => sendAnswer(request, response, current))
        .finally(endWork);
    },
    load: async () => {
      await latest.get();
    },
  };
}
