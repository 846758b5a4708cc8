/**
 * Snapshots on their way between threads. Columns are in shared memory; the rest, which is small, is
 * copied. Parts that revisions share stay the same objects in the thread that receives them, so
 * that what is derived from them stays valid.
 */
import type { CorpusSnapshot } from '#src/domain/corpus-snapshot.ts';
import { type DocumentColumns, DocumentTable } from '#src/domain/document-table.ts';
import {
  keepStatementOrder,
  type StatementOrder,
  statementOrder,
} from '#src/domain/position-order.ts';

/** A snapshot as plain data. */
export interface SharedSnapshot extends Omit<CorpusSnapshot, 'documents'> {
  readonly documents: DocumentColumns;
  readonly order: StatementOrder;
  /** Numbers of its parts: the same for the same objects. */
  readonly parts: { readonly positions: number; readonly documents: number; readonly sets: number };
}

/** Creates the function that makes snapshots ready to be sent. */
export function createSharing(): (snapshot: CorpusSnapshot) => SharedSnapshot {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  const numberOf = (part: object): number => {
    const number = numbers.get(part) ?? ++last;
    numbers.set(part, number);
    return number;
  };
  return (snapshot) => ({
    ...snapshot,
    documents: snapshot.documents.columns,
    order: statementOrder(snapshot.positions),
    parts: {
      positions: numberOf(snapshot.positions),
      documents: numberOf(snapshot.documents),
      sets: numberOf(snapshot.positions.attributeSets),
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
  return ({ parts, documents, order, positions: received, ...rest }) => {
    const attributeSets = keep(`sets ${parts.sets}`, received.attributeSets);
    const positions = keep(`positions ${parts.positions}`, { ...received, attributeSets });
    keepStatementOrder(positions, order);
    return {
      ...rest,
      positions,
      documents: keep(`documents ${parts.documents}`, new DocumentTable(documents)),
    };
  };
}
