import { createMemo } from '#src/analysis/caches/memoize.ts';
import type { AffiliationIndex } from '#src/domain/affiliation.ts';
import type { DocumentHead } from '#src/domain/corpus-snapshot.ts';
import type { DocumentKind, Release } from '#src/domain/vocabulary.ts';
import {
  type DocumentGroup,
  type DocumentGroups,
  documentGroups,
} from '../caches/document-groups.ts';

/** What a filter asks of documents. Every field narrows; one that is left out does not. */
export interface DocumentSelection {
  readonly documentKinds?: readonly DocumentKind[] | undefined;
  readonly releases?: readonly Release[] | undefined;
  /** Actors for which the document's author spoke on the document's day, the author included. */
  readonly reportedBy?: readonly number[] | undefined;
}

/** The documents that a filter lets pass. */
export interface SelectedDocuments {
  readonly groups: DocumentGroups;
  /** 1 at the index of each group whose documents pass; 0 after the last, for numbers of no document. */
  readonly passing: Uint8Array;
  /** Runs of groups that pass: 2i is where run i starts, 2i + 1 the group after its end. */
  readonly runs: readonly number[];
  /** Whether all pass. */
  readonly isEvery: boolean;
}

/** Decided once for each group of documents, not for each document, nor for each position in it. */
export function selectDocuments(
  documents: ReadonlyMap<number, DocumentHead>,
  asked: DocumentSelection,
  affiliations: AffiliationIndex,
): SelectedDocuments {
  const groups = documentGroups(documents, affiliations);
  // Most filters ask nothing of documents.
  return Object.values(asked).every((each) => each === undefined)
    ? memoize([groups], '', () => decide(groups, asked))
    : decide(groups, asked);
}

const memoize = createMemo<SelectedDocuments>();

function decide(groups: DocumentGroups, asked: DocumentSelection): SelectedDocuments {
  const passing = new Uint8Array(groups.groups.length + 1);
  let index = 0;
  for (const group of groups.groups) {
    passing[index] = Number(isAskedFor(group, asked));
    index += 1;
  }
  return select(groups, passing);
}

function select(groups: DocumentGroups, passing: Uint8Array): SelectedDocuments {
  const runs: number[] = [];
  for (let start = passing.indexOf(1); start !== -1; ) {
    const end = passing.indexOf(0, start);
    runs.push(start, end);
    start = passing.indexOf(1, end);
  }
  return { groups, passing, runs, isEvery: passing.indexOf(0) === passing.length - 1 };
}

function isAskedFor(
  { kind, release, spokeFor }: DocumentGroup,
  { documentKinds, releases, reportedBy }: DocumentSelection,
): boolean {
  return (
    (documentKinds === undefined || documentKinds.includes(kind)) &&
    (releases === undefined || releases.includes(release)) &&
    (reportedBy === undefined || reportedBy.some((actor) => spokeFor.includes(actor)))
  );
}

/** Those that both let pass; they are of the same documents. */
export function inBoth(a: SelectedDocuments, b: SelectedDocuments): SelectedDocuments {
  return select(
    a.groups,
    a.passing.map((passes, group) => passes & (b.passing[group] ?? 0)),
  );
}

/** 1 at the number of each document that passes. */
export function passingDocuments({ groups: { groupOf }, passing }: SelectedDocuments): Uint8Array {
  const documents = new Uint8Array(groupOf.length);
  for (let id = 0; id < documents.length; id += 1)
    documents[id] = passing[groupOf[id] as number] as number;
  return documents;
}
