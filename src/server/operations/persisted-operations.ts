/**
 * The operations of schema/operations, known by their hash: the SHA-256 of the operation as GraphQL
 * prints it, its fragments included, so that white space and comments change nothing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { invariant } from '#src/domain/failure.ts';
import { refusal } from '../errors/error-codes.ts';
import { noteOperation } from '../telemetry/current-request.ts';

const FOLDER = new URL('../../../schema/operations/', import.meta.url);
const ID = /^sha256:([0-9a-f]{64})$/;

export interface PersistedOperation {
  readonly name: string;
  /** What it answers, in a sentence: the comment that its file begins with. */
  readonly about: string;
  /** As it stands in its file. */
  readonly source: string;
  /** As it is executed. */
  readonly query: string;
}

/** By their ids: `sha256:` and the hash. */
export type PersistedOperations = ReadonlyMap<string, PersistedOperation>;

export function persistedOperations(): PersistedOperations {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.graphql'),
  );
  return new Map(
    files.toSorted().map((file) => {
      const source = readFileSync(new URL(file, FOLDER), 'utf8');
      const document = parse(source);
      const operations = document.definitions.filter(isOperation);
      const name = operations[0]?.name?.value;
      invariant(operations.length === 1 && name, `${file} has to hold one operation, with a name`);
      const about = /^# (.+)\n/.exec(source)?.[1];
      invariant(about, `${file} has to begin with a comment that says what it answers`);
      return [idOf(document), { name, about, source, query: print(document) }];
    }),
  );
}

function isOperation(
  definition: DocumentNode['definitions'][number],
): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function idOf(document: DocumentNode): string {
  return `sha256:${createHash('sha256').update(print(document)).digest('hex')}`;
}

/** Takes `documentId` in the place of `query`, by GET and by POST; asked so, refuses all else. */
export function usePersistedOperations(
  operations: PersistedOperations,
  which: 'any' | 'persisted-only',
): Plugin {
  return {
    onParams: ({ request, params, setParams }) => {
      const { documentId = fromAddress(request), ...rest } = params as typeof params & {
        readonly documentId?: unknown;
      };
      if (documentId !== null) {
        if (rest.query)
          throw refusal('BAD_REQUEST', 'Send a query or a documentId, not both.', { status: 400 });
        const { name, query } = find(operations, documentId);
        noteOperation(name);
        setParams({ ...rest, query });
      } else if (which === 'persisted-only' && !isKnown(operations, params.query)) {
        throw refusal(
          'PERSISTED_ONLY',
          'Only the operations of this server are answered here: send the documentId of one.',
          { status: 403 },
        );
      }
    },
  };
}

function fromAddress({ method, url }: Request): string | null {
  return method === 'GET' ? new URL(url).searchParams.get('documentId') : null;
}

function find(operations: PersistedOperations, id: unknown): PersistedOperation {
  if (typeof id !== 'string' || !ID.test(id)) {
    throw refusal(
      'BAD_REQUEST',
      'documentId has to be sha256: and the 64 hexadecimal digits of the hash.',
      { status: 400 },
    );
  }
  const operation = operations.get(id);
  if (operation !== undefined) return operation;
  throw refusal(
    'PERSISTED_QUERY_NOT_FOUND',
    `There is no operation ${id} here. Send its text as the query.`,
    { status: 404 },
  );
}

/** Whether a query is one of the operations, written out. */
function isKnown(operations: PersistedOperations, query: unknown): boolean {
  if (typeof query !== 'string') return false;
  try {
    return operations.has(idOf(parse(query, { noLocation: true, maxTokens: MAX_TOKENS })));
  } catch {
    // What is no GraphQL at all is none of them either.
    return false;
  }
}

/** More than any of the operations has. */
const MAX_TOKENS = 1000;
