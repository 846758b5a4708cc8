/**
 * Persisted operations: those of schema/operations, found by hash. The hash is the SHA-256 of the
 * operation and its fragments as graphql-js prints them, so white space and comments do not change it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { invariant } from '#src/domain/failure.ts';
import { requestError } from '../errors/request-error.ts';
import { recordOperation } from '../telemetry/current-operation.ts';

const FOLDER = new URL('../../../schema/operations/', import.meta.url);
const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/;

/** An operation of schema/operations. */
export interface PersistedOperation {
  readonly name: string;
  /** The comment that its file begins with: what it returns, in a sentence. */
  readonly about: string;
  /** The text of its file. */
  readonly source: string;
  /** The printed text that is executed. */
  readonly query: string;
}

/** Persisted operations by `documentId`: `sha256:` and the hash. */
export type PersistedOperations = ReadonlyMap<string, PersistedOperation>;

/** Reads schema/operations. */
export function persistedOperations(): PersistedOperations {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.graphql'),
  );
  return new Map(
    files.toSorted().map((file) => {
      const source = readFileSync(new URL(file, FOLDER), 'utf8');
      const parsed = parse(source);
      const operations = parsed.definitions.filter(isOperation);
      const name = operations[0]?.name?.value;
      invariant(operations.length === 1 && name, `${file} must contain one named operation`);
      const about = /^# (.+)\n/.exec(source)?.[1];
      invariant(about, `${file} must begin with a comment that says what it returns`);
      return [documentIdOf(parsed), { name, about, source, query: print(parsed) }];
    }),
  );
}

function isOperation(
  definition: DocumentNode['definitions'][number],
): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function documentIdOf(parsed: DocumentNode): string {
  return `sha256:${createHash('sha256').update(print(parsed)).digest('hex')}`;
}

/**
 * Accepts `documentId` in place of `query`, by GET and POST. With `persisted-only`, rejects all other
 * operations; a persisted one sent in full is accepted.
 */
export function usePersistedOperations(
  operations: PersistedOperations,
  accepted: 'any' | 'persisted-only',
): Plugin {
  return {
    onParams: ({ request, params, setParams }) => {
      const { documentId = documentIdParameter(request), ...rest } = params as typeof params & {
        readonly documentId?: unknown;
      };
      if (documentId !== null) {
        if (rest.query)
          throw requestError('BAD_REQUEST', 'Send either query or documentId, not both.', {
            status: 400,
          });
        const { name, query } = findByDocumentId(operations, documentId);
        recordOperation(name);
        setParams({ ...rest, query });
      } else if (accepted === 'persisted-only' && !isPersisted(operations, params.query)) {
        throw requestError(
          'PERSISTED_ONLY',
          'This server accepts persisted operations only. Send a documentId.',
          { status: 403 },
        );
      }
    },
  };
}

function documentIdParameter({ method, url }: Request): string | null {
  return method === 'GET' ? new URL(url).searchParams.get('documentId') : null;
}

function findByDocumentId(operations: PersistedOperations, id: unknown): PersistedOperation {
  if (typeof id !== 'string' || !DOCUMENT_ID.test(id)) {
    throw requestError(
      'BAD_REQUEST',
      'Invalid documentId: it must be "sha256:" and the 64 hexadecimal digits of the hash.',
      { status: 400 },
    );
  }
  const operation = operations.get(id);
  if (operation !== undefined) return operation;
  throw requestError(
    'PERSISTED_QUERY_NOT_FOUND',
    `No persisted operation ${id}. Send the operation as query.`,
    { status: 404 },
  );
}

/** Whether a query is a persisted operation sent in full. */
function isPersisted(operations: PersistedOperations, query: unknown): boolean {
  if (typeof query !== 'string') return false;
  try {
    return operations.has(documentIdOf(parse(query, { noLocation: true, maxTokens: MAX_TOKENS })));
  } catch {
    // A syntax error.
    return false;
  }
}

/** More than any persisted operation has. */
const MAX_TOKENS = 1000;
