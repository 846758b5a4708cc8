/**
 * Snapshots on their way between threads. Columns are in shared memory; the rest, which is small, is
 * copied. Parts that revisions share stay the same objects in the thread that receives them, so
 * that what is derived from them stays valid.
 */
import { randomUUID } from 'node:crypto';
import { type CodingColumns, CodingTable } from '#src/domain/coding-table.ts';
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type DocumentColumns, DocumentTable } from '#src/domain/document-table.ts';
import {
  keepStatementOrder,
  type StatementOrder,
  statementOrder,
} from '#src/domain/position-order.ts';

/** Names of the parts of a snapshot. */
export interface SnapshotParts {
  readonly positions: string;
  readonly documents: string;
  readonly codings: string;
  readonly sets: string;
  readonly partOf: string;
}

/** A snapshot as plain data. */
export interface SharedSnapshot extends Omit<CorpusSnapshot, 'documents' | 'codings'> {
  readonly documents: DocumentColumns;
  readonly codings: CodingColumns;
  readonly order: StatementOrder;
  /** Names of its parts: the same for the same objects of one corpus thread, and for no others. */
  readonly parts: SnapshotParts;
}

/** Creates the function that makes snapshots ready to be sent. */
export function createSharing(): (snapshot: CorpusSnapshot) => SharedSnapshot {
  // The successor of a corpus thread that ended must not use its names.
  const thread = randomUUID();
  const names = new WeakMap<object, string>();
  let last = 0;
  const nameOf = (part: object): string => {
    const name = names.get(part) ?? `${thread} ${++last}`;
    names.set(part, name);
    return name;
  };
  return (snapshot) => ({
    ...snapshot,
    documents: snapshot.documents.columns,
    codings: snapshot.codings.columns,
    order: statementOrder(snapshot.positions),
    parts: {
      positions: nameOf(snapshot.positions),
      documents: nameOf(snapshot.documents),
      codings: nameOf(snapshot.codings),
      sets: nameOf(snapshot.positions.attributeSets),
      partOf: nameOf(snapshot.partOf),
    },
  });
}

/** Creates the function that restores received snapshots. */
export function createReceiving(): (shared: SharedSnapshot) => CorpusSnapshot {
  const known = new Map<string, WeakRef<object>>();
  const keep = <Part extends object>(name: string, received: Part): Part => {
    const before = known.get(name)?.deref() as Part | undefined;
    if (before !== undefined) return before;
    for (const [other, reference] of known) if (!reference.deref()) known.delete(other);
    known.set(name, new WeakRef(received));
    return received;
  };
  return ({ parts, documents, codings, order, positions: received, ...rest }) => {
    const attributeSets = keep(parts.sets, received.attributeSets);
    const positions = keep(parts.positions, { ...received, attributeSets });
    keepStatementOrder(positions, order);
    return {
      ...rest,
      partOf: keep(parts.partOf, rest.partOf),
      positions,
      documents: keep(parts.documents, new DocumentTable(documents)),
      codings: keep(parts.codings, new CodingTable(codings)),
    };
  };
}
